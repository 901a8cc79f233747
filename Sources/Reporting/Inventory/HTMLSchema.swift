import InventoryModel

/// The parts of the page that are about the whole tree.
struct HTMLSchema {
  let document: InventoryDocument

  init(_ document: InventoryDocument) { self.document = document }

  var parts: [String] { [keys, channels, scripts, connections, unresolved] }

  private var keys: String {
    part(
      "Keys", ["Key", "Type", "Written by", "Read by", "Deleted by", "Time to live"],
      document.keys.map { key in
        [
          HTMLText.code(key.template), HTMLText.plain(key.types.joined(separator: ", ")), names(key.writers),
          names(key.readers), names(key.deleters),
          (key.ttlSeconds.map(DurationText.text) + (key.expiresByRun ? ["at run time"] : [])).joined(separator: ", "),
        ]
      })
  }

  private var channels: String {
    part(
      "Channels", ["Channel", "Published by", "Subscribed by"],
      document.channels.map { channel in
        [HTMLText.code(channel.template), names(channel.publishers), names(channel.subscribers)]
      })
  }

  private var scripts: String {
    part(
      "Lua scripts", ["SHA1", "Source", "Commands", "Keys declared", "Keys made up", "Run by"],
      document.scripts.map { entry in
        let script = entry.script
        return [
          script.sha1.map(HTMLText.code) ?? "known at run time",
          HTMLText.anchor(Anchor(path: script.place.path, symbol: nil, lines: [script.place.line])),
          script.commands.map(HTMLText.code).joined(separator: " "), script.keysDeclared.map(String.init) ?? "",
          script.keysMadeUp.map(HTMLText.code).joined(separator: "<br>"), names(entry.callers),
        ]
      })
  }

  private var connections: String {
    let titles = Dictionary(document.patterns.map { ($0.id, $0.name) }) { first, _ in first }
    return part(
      "Connections", ["Configuration", "Clients", "Library", "Patterns"],
      document.connections.map { entry in
        [
          entry.name.map(HTMLText.code) ?? "not known", entry.clients.map(HTMLText.anchor).joined(separator: "<br>"),
          HTMLText.plain(entry.libraries.joined(separator: ", ")),
          entry.patterns.map { "<a href=\"#\(HTMLText.plain($0))\">\(HTMLText.plain(titles[$0] ?? $0))</a>" }
            .joined(separator: "<br>"),
        ]
      })
  }

  private var unresolved: String {
    part(
      "Not resolved", ["Source", "Why"],
      document.unresolved.map { site in
        [
          HTMLText.anchor(Anchor(path: site.place.path, symbol: site.name, lines: [site.place.line])),
          HTMLText.plain(site.reason),
        ]
      })
  }

  private func names(_ anchors: [Anchor]) -> String {
    var seen: Set<String> = []
    return anchors.map { $0.symbol ?? $0.path }.filter { seen.insert($0).inserted }.map(HTMLText.code)
      .joined(separator: "<br>")
  }

  private func part(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
    rows.isEmpty
      ? "" : "<h2>\(title)</h2>\n" + HTMLText.table(head, rows.map { HTMLText.row($0, attributes: " class=\"entry\"") })
  }
}
