import InventoryModel

/// What the settings of a client make it send when it connects.
struct ClientSettings {
  private let settings: [ClientRecord.Setting]
  private let database: ClientRecord.Database

  init(_ client: ClientRecord) {
    settings = client.settings
    database = client.database
  }

  /// Commands with their first argument, each once.
  var commands: [(command: String, argument: String)] {
    var commands: [(String, String)] = []
    if speaksRESP3 { commands.append(("HELLO", "3")) }
    if case .number(let number) = database, number > 0 { commands.append(("SELECT", String(number))) }
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

  /// Whether a database is set that only the run knows, which can be any.
  var hasUnknownDatabase: Bool {
    if case .configured = database { true } else { false }
  }

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
}
