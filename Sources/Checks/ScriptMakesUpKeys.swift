package import InventoryModel

/// Keys that a script uses and that its caller does not name.
package struct ScriptMakesUpKeys: Check {
  package static let rule = "script-makes-up-keys"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    input.report.scripts.compactMap { script in
      guard !script.keysMadeUp.isEmpty else { return nil }
      let shown = script.keysMadeUp.prefix(3).joined(separator: ", ")
      let more = script.keysMadeUp.count > 3 ? " and \(script.keysMadeUp.count - 3) more" : ""
      return Finding(
        rule: Self.rule, severity: .error, place: script.place,
        message: "the script uses keys that its caller does not pass in KEYS: \(shown)\(more); "
          + "no cluster, proxy or ACL can see them before it runs",
        subject: script.keysMadeUp.joined(separator: " "), context: script.context,
        notes: script.calledFrom.map { Evidence(place: $0, what: "run here") })
    }
  }
}
