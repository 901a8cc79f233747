package import InventoryModel

/// Two clients of one configuration key that fill its gaps in different ways.
package struct ConfigDefaultsDiffer: Check {
  package static let rule = "config-defaults-differ"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let clients = input.report.clients.filter {
      $0.context == .production && $0.role == "client" && !$0.connections.isEmpty
    }
    return clients.compactMap { client in
      for other in clients where other.place != client.place && isSameKey(client, other) {
        let differing = differences(client, other)
        if !differing.isEmpty { return finding(at: client, other: other, differing) }
      }
      return nil
    }
  }

  private func isSameKey(_ client: ClientRecord, _ other: ClientRecord) -> Bool {
    !Set(client.connections).isDisjoint(with: other.connections) && client.library == other.library
  }

  /// What the client fixes by itself that the other takes from the configuration as it stands.
  private func differences(_ client: ClientRecord, _ other: ClientRecord) -> [String] {
    guard other.settings.contains(where: \.isSpread), !client.settings.contains(where: \.isSpread) else { return [] }
    guard client.settings.contains(where: { Self.address.contains($0.label ?? "") }) else { return [] }
    var found: [String] = []
    if let database = client.settings.first(where: { Self.database.contains($0.label ?? "") }),
      let value = database.value ?? database.fallback, value != "0", value != "null",
      !other.settings.contains(where: { Self.database.contains($0.label ?? "") })
    {
      found.append("database \(value) by default, there 0")
    }
    if !client.settings.contains(where: { $0.label.map { Self.tls.contains($0) } ?? false }) {
      found.append("no TLS even if the configuration asks for it")
    }
    return found
  }

  private func finding(at client: ClientRecord, other: ClientRecord, _ differing: [String]) -> Finding {
    let key = Set(client.connections).intersection(other.connections).sorted().joined(separator: ", ")
    return Finding(
      rule: Self.rule, severity: .error, place: client.place,
      message: "this client of \(key) departs from another of the same key: \(differing.joined(separator: "; "))",
      subject: key, context: client.context,
      notes: [Evidence(place: other.place, what: "hands the configuration on as it is")])
  }

  private static let address: Set<String> = ["host", "port", "Addr"]
  private static let database: Set<String> = ["db", "database"]
  private static let tls: Set<String> = ["ssl", "tls", "connection_class", "ssl_context"]
}
