package import InventoryModel
import Knowledge

/// Two places that read the same connection variables in different orders.
package struct ConnectionPrecedenceDiffers: Check {
  package static let rule = "connection-precedence-differs"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let words = input.infrastructure.variables.words
    let reads = input.report.infrastructure.reads.filter { $0.context == .production }
    let chains = reads.filter { $0.names.count > 1 }
    return reads.compactMap { read in
      // The order that most places follow is the one to keep; of two, the first.
      let others = chains.filter { $0.place.path != read.place.path && differs(read, from: $0, words) }
      guard let other = others.first else { return nil }
      let like = chains.count { $0.names == read.names }
      let unlike = chains.count { $0.names == other.names }
      guard like < unlike || like == unlike && other.place < read.place else { return nil }
      var finding = Finding(
        rule: Self.rule, severity: .error, place: read.place, message: message(read, other), function: read.function,
        subject: read.names.joined(separator: " "), context: read.context)
      finding.notes = [Evidence(place: other.place, what: "reads \(shown(other))")]
      return finding
    }
  }

  private func message(_ read: VariableRead, _ other: VariableRead) -> String {
    "\(shown(read)) is read here, and \(shown(other)) in \(other.place.path): where both are set, the two go to different servers"
  }

  private func shown(_ read: VariableRead) -> String { read.names.joined(separator: ", then ") }

  private func differs(_ left: VariableRead, from right: VariableRead, _ words: Set<String>) -> Bool {
    let common = left.names.filter(right.names.contains)
    if common.count > 1 { return common != right.names.filter(left.names.contains) }
    // One alone, of which the other prefers a twin by another product's name.
    guard left.names.count == 1, common.count == 1, right.names[0] != common[0] else { return false }
    return role(right.names[0], words) == role(common[0], words)
  }

  /// The name without the product: `_URL` of `VALKEY_URL`.
  private func role(_ name: String, _ words: Set<String>) -> [Substring] {
    name.split(separator: "_").filter { !words.contains(String($0)) }
  }
}
