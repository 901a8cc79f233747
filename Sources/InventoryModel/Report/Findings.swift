/// What an analysis found.
package struct Findings: Sendable {
  package var operations: [Operation] = []
  package var scripts: [ScriptRecord] = []
  /// Lua files that are run; sorted by place.
  package var scriptFiles: [ScriptRecord] = []
  package var clients: [ClientRecord] = []
  package var unresolved: [UnresolvedSite] = []
  package var callGraph = CallGraph()
  /// Sorted by place.
  package var directives: [Directive] = []

  package init() {}
}
