import InventoryModel

/// The section of a pattern.
struct MarkdownSection {
  let pattern: PatternEntry
  let document: InventoryDocument

  init(_ pattern: PatternEntry, _ document: InventoryDocument) {
    self.pattern = pattern
    self.document = document
  }

  var lines: [String] {
    var lines = ["### \(MarkdownText.plain(pattern.name))", ""]
    lines.append("\(MarkdownText.plain(pattern.title)). \(MarkdownText.plain(pattern.explanation))")
    if !pattern.traits.isEmpty {
      lines += ["", "Also: \(pattern.traits.map { MarkdownText.plain($0) }.joined(separator: ", "))."]
    }
    if let notes = pattern.notes { lines += ["", MarkdownText.plain(notes)] }
    lines += list("Owner", pattern.owners.map { MarkdownText.plain($0) })
    lines += list("Concerns", pattern.concerns.map(MarkdownText.rich))
    lines += list("Locks", pattern.locks.flatMap(LockText.lines).map(MarkdownText.rich))
    lines += list("Errors", pattern.errors.map(MarkdownText.rich))
    lines += list("Source", pattern.anchors.map(MarkdownAnchor.text))
    lines += list(
      "Commands",
      pattern.primitives.map {
        let commands = $0.commands.map(MarkdownText.code).joined(separator: " ")
        return MarkdownText.plain($0.name) + (commands.isEmpty ? "" : ": \(commands)")
      })
    lines += list("Keys", pattern.keys.map(MarkdownText.code))
    lines += list("Channels", pattern.channels.map(MarkdownText.code))
    lines += list("Connections", pattern.connections.map(MarkdownText.code))
    lines += list("Used by", MarkdownAnchor.byFile(pattern.usedBy, limit: 12))
    lines += list("Tests", MarkdownAnchor.byFile(pattern.tests, limit: 4))
    return lines
  }

  private func list(_ title: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    if items.count == 1 { return ["", "\(title): \(items[0])"] }
    return ["", "\(title):", ""] + items.map { "- \($0)" }
  }
}

/// Writes places: `` `path` `Symbol` L12, L14 ``. Only here does the document hold line numbers, each after a capital L
/// that follows code.
enum MarkdownAnchor {
  static func text(_ anchor: Anchor) -> String {
    let symbol = anchor.symbol.map { " " + MarkdownText.code($0) } ?? ""
    let lines = anchor.lines.map { "L\($0)" }.joined(separator: ", ")
    return MarkdownText.code(anchor.path) + symbol + (lines.isEmpty ? "" : " " + lines)
  }

  /// A line for each file, with its functions up to a limit.
  static func byFile(_ anchors: [Anchor], limit: Int) -> [String] {
    var symbols: [String: [String]] = [:]
    for anchor in anchors {
      let name = anchor.symbol ?? "top level"
      if symbols[anchor.path]?.contains(name) != true { symbols[anchor.path, default: []].append(name) }
    }
    return symbols.keys.sorted().map { path in
      let names = symbols[path] ?? []
      let more = names.count > limit ? " and \(names.count - limit + 1) more" : ""
      let shown = names.count > limit ? Array(names.prefix(limit - 1)) : names
      return "\(MarkdownText.code(path)) \(shown.map(MarkdownText.code).joined(separator: ", "))\(more)"
    }
  }
}
