package import InventoryModel

/// A connection made from one configuration key, where others fall back to a second.
package struct FallbackKeyNotHonoured: Check {
  package static let rule = "fallback-key-not-honoured"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let clients = input.report.clients.filter {
      $0.context == .production && ($0.role == "client" || $0.role == "pool") && !$0.connections.isEmpty
    }
    let lockClients = Set(
      input.report.operations.filter { $0.command == "LOCK*" && $0.context == .production }.flatMap(\.clients))
    return clients.compactMap { client in
      let own = Set(client.connections)
      guard
        let other = clients.first(where: { other in
          other.language == client.language && own.isStrictSubset(of: other.connections)
            && Self.fallbacks(of: own, in: other).count == other.connections.count - own.count
        })
      else { return nil }
      let fallback = Self.fallbacks(of: own, in: other).joined(separator: ", ")
      let what = lockClients.contains(client.place) ? "the locks' client" : "this client"
      return Finding(
        rule: Self.rule, severity: .error, place: client.place,
        message: "\(what) is made from \(client.connections.joined(separator: ", ")) alone, while another honours "
          + "\(fallback) where that is not set",
        subject: client.connections.joined(separator: " "), context: client.context,
        notes: [Evidence(place: other.place, what: "falls back to \(fallback)")])
    }
  }

  private static let addresses: Set<String> = [
    "host", "hostname", "hosts", "url", "uri", "addr", "address", "server", "endpoint", "dsn", "legacy", "old",
  ]

  /// Keys of the other client that are named after the own.
  private static func fallbacks(of own: Set<String>, in other: ClientRecord) -> [String] {
    other.connections.filter { name in
      !own.contains(name)
        && own.contains { name.hasPrefix($0 + "_") && Words.has(String(name.dropFirst($0.count)), addresses) }
    }
  }
}

extension ClientRecord {
  fileprivate var language: String { place.path.split(separator: ".").last.map(String.init) ?? "" }
}
