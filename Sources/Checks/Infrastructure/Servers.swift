import InventoryModel
import Knowledge

/// The servers of production as their files together describe them, and which of them an operation reaches.
struct Servers {
  /// A server, with the settings of the files that it is started with.
  struct Instance {
    /// Names that reach it.
    var names: Set<String>
    var record: ServerRecord
    var settings: [SettingRecord]
    var users: [ACLUser]
    var demandsTLS: Bool

    /// The last value of a setting; of `save` and `rename-command` there can be more.
    func setting(_ name: String) -> SettingRecord? { settings.last { $0.name == name } }

    /// For messages: its name, or the file that it stands in.
    var shownName: String { record.name ?? record.place.path }
  }

  let all: [Instance]
  private let facts: InfrastructureFacts
  private let clients: [SourcePlace: [ClientRecord]]

  init(_ report: ScanReport) {
    facts = report.infrastructure
    clients = Dictionary(grouping: report.clients, by: \.place)
    let records = facts.servers.filter { $0.context == .production && $0.source != .ci }
    let sheets = records.filter(\.isSheet)
    let used = Set(
      records.filter { !$0.isSheet }.flatMap { server in sheets.indices.filter { server.isStarted(with: sheets[$0]) } })
    let free = sheets.indices.filter { !used.contains($0) }.map { sheets[$0] }
    all = (records.filter { !$0.isSheet } + free).map { server in
      let linked = server.isSheet ? [] : sheets.filter { server.isStarted(with: $0) }
      let settings = linked.flatMap(\.settings) + server.settings
      return Instance(
        names: Set([server.name].compactMap(\.self) + server.aliases), record: server, settings: settings,
        users: linked.flatMap(\.users) + server.users, demandsTLS: server.demandsTLS ?? Servers.demandsTLS(settings))
    }
  }

  /// Which servers an operation reaches, and whether that is certain.
  enum Reach {
    case these([Instance])
    /// Nothing tells which of all.
    case any([Instance])
  }

  func reach(of operation: Operation) -> Reach {
    let hosts = hosts(of: operation)
    let found = all.filter { instance in hosts.contains { Servers.reaches($0, instance) } }
    if !found.isEmpty { return .these(found) }
    return all.count == 1 && hosts.allSatisfy(isLocal) ? .these(all) : .any(all)
  }

  /// Whether an address of a host leads to a server.
  static func reaches(_ host: String, _ instance: Instance) -> Bool {
    // `cache.default.svc.cluster.local` is the service `cache`.
    let first = host.split(separator: ".").first.map(String.init) ?? host
    return instance.names.contains(host) || instance.names.contains(first)
  }

  /// Hosts in the addresses that lead to an operation's clients.
  private func hosts(of operation: Operation) -> Set<String> {
    var hosts: Set<String> = []
    for name in operation.connections { hosts.formUnion(self.hosts(ofVariable: name)) }
    for record in operation.clients.flatMap({ clients[$0] ?? [] }) {
      for setting in record.settings where setting.label == nil || setting.label == "host" || setting.label == "url" {
        if let host = setting.value.flatMap(Servers.host) { hosts.insert(host) }
      }
    }
    return hosts
  }

  private func hosts(ofVariable name: String) -> Set<String> {
    let urls = facts.urls.filter { $0.variable == name && $0.context == .production }.compactMap(\.host)
    let values = facts.variables.filter { $0.name == name && $0.context == .production }.compactMap(\.value)
    return Set(urls + values.compactMap(Servers.host))
  }

  /// The host of `cache`, `cache:6379` or `redis://cache:6379/0`.
  static func host(_ address: String) -> String? {
    var rest = address[...]
    if let scheme = rest.range(ofText: "://") { rest = rest[scheme.upperBound...] }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let host = rest.prefix { $0 != ":" && $0 != "/" && $0 != "," && $0 != "?" }
    guard let first = host.first, first.isLetter || first.isNumber, !host.contains("{"), !host.contains(" ") else {
      return nil
    }
    return String(host)
  }

  private func isLocal(_ host: String) -> Bool { host == "localhost" || host.hasPrefix("127.") }

  /// A server that listens on its TLS port alone.
  private static func demandsTLS(_ settings: [SettingRecord]) -> Bool {
    let port = settings.last { $0.name == "port" }?.value
    let tlsPort = settings.last { $0.name == "tls-port" }?.value
    return port == "0" && tlsPort != nil && tlsPort != "0"
  }
}

extension Substring {
  fileprivate func range(ofText text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension ServerRecord {
  /// Whether it is settings for a server, and no server.
  var isSheet: Bool {
    if image != nil { return false }
    switch source {
    case .settings, .documentation, .configuration: return true
    case .kubernetes: return name?.hasPrefix("configmap/") ?? false
    case .terraform: return name?.contains("parameter_group.") ?? false
    case .helm: return !settings.isEmpty
    default: return false
    }
  }

  /// Whether one of the files that it is started with is the one that holds these settings.
  func isStarted(with sheet: ServerRecord) -> Bool {
    guard let name = sheet.name else { return false }
    return settingsFiles.contains { file in
      file == name || sheet.source == .settings && name.hasSuffix("/" + file)
    }
  }
}
