package import InventoryModel

/// Lists of targets.
package enum TargetListing {
  /// A paragraph a target.
  package static func text(_ targets: [TargetSummary]) -> String {
    let width = targets.map(\.name.count).max() ?? 0
    return targets.map { target in
      let pad = String(repeating: " ", count: width - target.name.count)
      let engine = target.engine.map { ", on \($0)" } ?? ""
      let head =
        "\(target.name)\(pad)  \(target.title) (\(target.kind)\(engine); read \(target.read): \(target.version))"
      let aliases = target.aliases.isEmpty ? [] : ["also: " + target.aliases.joined(separator: ", ")]
      let rest = (aliases + target.sources).map { "  \(TerminalText.escaped($0))" }
      return ([TerminalText.escaped(head)] + rest).map { $0 + "\n" }.joined()
    }.joined()
  }

  /// The same as one JSON list.
  package static func json(_ targets: [TargetSummary]) -> String {
    JSONValue.array(
      targets.map { target in
        .object([
          ("name", .string(target.name)), ("title", .string(target.title)), ("kind", .string(target.kind)),
          ("version", .string(target.version)), ("read", .string(target.read)), ("aliases", .strings(target.aliases)),
          ("engine", .optional(target.engine)), ("sources", .strings(target.sources)),
        ])
      }
    ).pretty + "\n"
  }
}
