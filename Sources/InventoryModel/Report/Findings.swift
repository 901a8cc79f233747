/// What an analysis found.
package struct Findings: Sendable {
  package var operations: [Operation] = []
  package var scripts: [ScriptRecord] = []
  package var clients: [ClientRecord] = []
  package var unresolved: [UnresolvedSite] = []
  package var callGraph = CallGraph()
  /// Sorted by place.
  package var directives: [Directive] = []

  package init() {}
}
