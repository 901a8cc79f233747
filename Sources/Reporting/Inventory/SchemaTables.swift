import InventoryModel

/// The tables that are about the whole tree: keys, channels, scripts, connections.
struct SchemaTables {
  let document: InventoryDocument

  init(_ document: InventoryDocument) { self.document = document }

  var all: [DocumentTable] { [keys, channels, scripts, connections] }

  private var keys: DocumentTable {
    DocumentTable(
      title: "Keys", head: ["Key", "Type", "Written by", "Read by", "Deleted by", "Time to live"],
      rows: document.keys.map { key in
        let ttl = key.ttlSeconds.map(DurationText.of) + (key.expiresByRun ? ["at run time"] : [])
        return [
          [.code(key.template)], .plain(key.types.joined(separator: ", ")), .functions(key.writers),
          .functions(key.readers), .functions(key.deleters), .plain(ttl.joined(separator: ", ")),
        ]
      })
  }

  private var channels: DocumentTable {
    DocumentTable(
      title: "Channels", head: ["Channel", "Published by", "Subscribed by"],
      rows: document.channels.map { channel in
        [[.code(channel.template)], .functions(channel.publishers), .functions(channel.subscribers)]
      })
  }

  private var scripts: DocumentTable {
    DocumentTable(
      title: "Lua scripts", head: ["SHA1", "Source", "Commands", "Keys declared", "Keys made up", "Run by"],
      rows: document.scripts.map { entry in
        let script = entry.script
        return [
          script.sha1.map { [.code($0)] } ?? .plain("known at run time"),
          [.anchor(Anchor(path: script.place.path, symbol: nil, lines: [script.place.line]))],
          .row(script.commands), .plain(script.keysDeclared.map(String.init) ?? ""), .codes(script.keysMadeUp),
          .row(entry.runBy) + .functions(entry.callers),
        ]
      })
  }

  private var connections: DocumentTable {
    let names = Dictionary(document.patterns.map { ($0.id, $0.name) }) { first, _ in first }
    return DocumentTable(
      title: "Connections", head: ["Configuration", "Clients", "Library", "Patterns"],
      rows: document.connections.map { entry in
        [
          entry.name.map { [.code($0)] } ?? .plain("not known"), .anchors(entry.clients),
          .plain(entry.libraries.joined(separator: ", ")),
          DocumentTable.Cell(lines: entry.patterns.map { [.pattern(names[$0] ?? $0, id: $0)] }),
        ]
      })
  }
}
