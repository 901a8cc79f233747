import InventoryModel

/// What the settings of a client make it send when it connects.
struct ClientSettings {
  private let settings: [ClientRecord.Setting]

  init(_ client: ClientRecord) { settings = client.settings }

  /// Commands with their first argument, each once.
  var commands: [(command: String, argument: String)] {
    var commands: [(String, String)] = []
    if speaksRESP3 { commands.append(("HELLO", "3")) }
    if let database { commands.append(("SELECT", database)) }
    if cachesAtClient { commands.append(("CLIENT TRACKING", "ON")) }
    return commands
  }

  private var speaksRESP3: Bool {
    settings.contains { setting in
      switch setting.label?.lowercased() {
      case "protocol", "resp", "protocolversion": setting.value == "3" || setting.text.hasSuffix("RESP3")
      default: false
      }
    } || urls.contains { $0.contains("protocol=3") }
  }

  /// A database other than 0.
  private var database: String? {
    let named = settings.first { ClientSettings.names.contains($0.label?.lowercased() ?? "") }?.value
    if let named { return Int(named).map { $0 > 0 } == true ? named : nil }
    return urls.lazy.compactMap(ClientSettings.database).first
  }

  /// Whether a database is set that only the run knows, which can be any.
  var hasUnknownDatabase: Bool {
    settings.contains { ClientSettings.names.contains($0.label?.lowercased() ?? "") && $0.value == nil }
  }

  private static let names: Set<String> = ["db", "database", "selectdb", "databaseid"]

  private var cachesAtClient: Bool {
    settings.contains { setting in
      ["cache_config", "clientsidecache", "clientcacheconfig"].contains(setting.label?.lowercased())
        && !["null", "false"].contains(setting.value)
    }
  }

  private var urls: [String] {
    settings.compactMap(\.value).filter { value in
      ["redis://", "rediss://", "valkey://", "valkeys://"].contains { value.hasPrefix($0) }
    }
  }

  /// The number at the end of a URL's path: `redis://host:6379/3?timeout=1`.
  private static func database(of url: String) -> String? {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    guard let slash = path.lastIndex(of: "/"), path[..<slash].filter({ $0 == "/" }).count >= 2 else { return nil }
    let number = String(path[path.index(after: slash)...])
    return Int(number).map { $0 > 0 } == true ? number : nil
  }
}
