import InventoryModel

/// The parts of the document that are about the whole tree: keys, channels, scripts, connections.
struct MarkdownSchema {
  let document: InventoryDocument

  init(_ document: InventoryDocument) { self.document = document }

  var lines: [String] { keys + channels + scripts + connections + unresolved }

  private var keys: [String] {
    table(
      "Keys", ["Key", "Type", "Written by", "Read by", "Deleted by", "Time to live"],
      document.keys.map { key in
        [
          MarkdownText.code(key.template), key.types.map(MarkdownText.plain).joined(separator: ", "),
          MarkdownAnchor.names(key.writers), MarkdownAnchor.names(key.readers), MarkdownAnchor.names(key.deleters),
          (key.ttlSeconds.map(DurationText.text) + (key.expiresByRun ? ["at run time"] : [])).joined(separator: ", "),
        ]
      })
  }

  private var channels: [String] {
    table(
      "Channels", ["Channel", "Published by", "Subscribed by"],
      document.channels.map { channel in
        [
          MarkdownText.code(channel.template), MarkdownAnchor.names(channel.publishers),
          MarkdownAnchor.names(channel.subscribers),
        ]
      })
  }

  private var scripts: [String] {
    table(
      "Lua scripts", ["SHA1", "Source", "Commands", "Keys declared", "Keys made up", "Run by"],
      document.scripts.map { entry in
        let script = entry.script
        return [
          script.sha1.map(MarkdownText.code) ?? "known at run time",
          MarkdownAnchor.text(Anchor(path: script.place.path, symbol: nil, lines: [script.place.line])),
          script.commands.map(MarkdownText.code).joined(separator: " "), script.keysDeclared.map(String.init) ?? "",
          script.keysMadeUp.map(MarkdownText.code).joined(separator: "<br>"),
          entry.runBy.map(MarkdownText.code).joined(separator: " ") + (entry.callers.isEmpty ? "" : "<br>")
            + MarkdownAnchor.names(entry.callers),
        ]
      })
  }

  private var connections: [String] {
    let names = Dictionary(document.patterns.map { ($0.id, $0.name) }) { first, _ in first }
    return table(
      "Connections", ["Configuration", "Clients", "Library", "Patterns"],
      document.connections.map { entry in
        [
          entry.name.map(MarkdownText.code) ?? "not known",
          entry.clients.map(MarkdownAnchor.text).joined(separator: "<br>"),
          entry.libraries.map(MarkdownText.plain).joined(separator: ", "),
          entry.patterns.map { MarkdownText.link(names[$0] ?? $0) }.joined(separator: "<br>"),
        ]
      })
  }

  private var unresolved: [String] {
    guard !document.unresolved.isEmpty else { return [] }
    return ["", "## Not resolved", ""]
      + document.unresolved.map { site in
        let anchor = Anchor(path: site.place.path, symbol: site.name, lines: [site.place.line])
        return "- \(MarkdownAnchor.text(anchor)): \(MarkdownText.plain(site.reason))"
      }
  }

  private func table(_ title: String, _ head: [String], _ rows: [[String]]) -> [String] {
    rows.isEmpty ? [] : ["", "## \(title)", ""] + MarkdownTable.lines(head, rows)
  }
}

/// Seconds as people say them.
enum DurationText {
  static func text(_ seconds: Double) -> String {
    for (unit, size) in [("day", 86400.0), ("hour", 3600), ("minute", 60)] where seconds >= size && seconds < 1e12 {
      let count = seconds / size
      if count == count.rounded() { return count == 1 ? "1 \(unit)" : "\(Int(count)) \(unit)s" }
    }
    return Int(exactly: seconds).map { "\($0) s" } ?? "\(seconds) s"
  }
}
