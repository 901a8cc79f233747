package import InventoryModel

/// A dump that is piped into `--pipe`, which takes commands.
package struct DumpIntoPipe: Check {
  package static let rule = "dump-into-pipe"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    input.report.infrastructure.invocations.compactMap { call in
      guard call.options.contains("--pipe"), let from = call.input, DumpIntoPipe.isDump(from) else { return nil }
      return Finding(
        rule: Self.rule, severity: .error, place: call.place, length: call.program.unicodeScalars.count,
        message: "\(call.program) --pipe takes commands, and \(from) is a dump, which no server reads that way",
        subject: "--pipe \(from)", context: call.source == .documentation ? .production : call.context)
    }
  }

  /// `dump.rdb`, `dump.rdb.gz`, and what `--rdb` writes.
  private static func isDump(_ input: String) -> Bool {
    if input.hasSuffix(" --rdb") { return true }
    let name = input.split(separator: "/").last ?? ""
    return name.split(separator: ".").dropFirst().contains("rdb")
  }
}
