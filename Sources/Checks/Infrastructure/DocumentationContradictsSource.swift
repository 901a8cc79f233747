package import InventoryModel
import Knowledge

/// A table in the documentation that names another client, image or port than the source.
package struct DocumentationContradictsSource: Check {
  package static let rule = "documentation-contradicts-source"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let facts = input.report.infrastructure
    let servers = facts.servers.filter { $0.source != .documentation && !$0.isSheet }
    let found = facts.documented.map { value in
      let contradiction: (what: String, place: SourcePlace)? =
        switch value.kind {
        case .image: image(value, servers, facts)
        case .port: port(value, servers, facts)
        case .client: client(value, input)
        }
      return (value: value, contradiction: contradiction)
    }
    return found.compactMap { value, contradiction in
      guard let contradiction else { return nil }
      // Where another row of the file is right, this one tells of a choice.
      let isChoice = found.contains {
        $0.contradiction == nil && $0.value.kind == value.kind && $0.value.place.path == value.place.path
      }
      if isChoice, value.kind != .port, !servers.contains(where: { $0.name == value.row }) { return nil }
      var finding = Finding(
        rule: Self.rule, severity: .error, place: value.place, length: value.value.unicodeScalars.count,
        message: "the table says \(value.kind.rawValue) \(value.value), and \(contradiction.what)",
        subject: "\(value.kind.rawValue) \(value.value)")
      finding.notes = [Evidence(place: contradiction.place, what: contradiction.what)]
      return finding
    }
  }

  private typealias Contradiction = (what: String, place: SourcePlace)

  /// The servers that a row is about: those of its name, or all of production.
  private func meant(_ value: DocumentedValue, _ servers: [ServerRecord]) -> [ServerRecord] {
    let named = servers.filter { $0.name == value.row && $0.context == .production }
    return named.isEmpty ? servers : named
  }

  private func image(_ value: DocumentedValue, _ servers: [ServerRecord], _ facts: InfrastructureFacts)
    -> Contradiction?
  {
    let meant = meant(value, servers).filter { $0.image != nil }
    let images = Set(facts.documented.filter { $0.kind == .image && $0.place.path == value.place.path }.map(\.value))
    // Many images in one file are a list of what is supported.
    guard images.count < 3 || meant.count < servers.count,
      let first = meant.first(where: { $0.context == .production })?.image,
      let place = meant.first(where: { $0.context == .production })?.place,
      !meant.contains(where: { agrees(value.value, $0.image?.text ?? "") })
    else { return nil }
    return ("the source runs \(first.text)", place)
  }

  /// Whether the documented image is the one that runs, said as exactly or less so.
  private func agrees(_ documented: String, _ image: String) -> Bool {
    func parts(_ text: String) -> (name: Substring, tag: Substring) {
      let last = text.split(separator: "/").last ?? ""
      let parts = last.split(separator: ":", maxSplits: 1)
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
    let (left, right) = (parts(documented), parts(image))
    if left.name != right.name { return false }
    return left.tag.isEmpty || right.tag.isEmpty || left.tag == "latest" || right.tag.contains("{}")
      || right.tag.hasPrefix(left.tag) || left.tag.hasPrefix(right.tag)
  }

  private func port(_ value: DocumentedValue, _ servers: [ServerRecord], _ facts: InfrastructureFacts) -> Contradiction?
  {
    guard let port = Int(value.value), isAboutServer(value.row, servers) else { return nil }
    let ports = meant(value, servers).flatMap { server -> [(port: Int, place: SourcePlace)] in
      let own = server.settings.compactMap { setting in
        ["port", "tls-port"].contains(setting.name) ? Int(setting.value).map { ($0, setting.place) } : nil
      }
      return own
        + server.ports.flatMap { port in [port.published, port.port].compactMap(\.self).map { ($0, port.place) } }
    }
    let others =
      facts.urls.compactMap { url in url.port.map { (port: $0, place: url.place) } }
      + facts.variables.compactMap { variable in
        variable.value.flatMap(DocumentationContradictsSource.port).map { (port: $0, place: variable.place) }
      }
    guard let first = ports.first, !(ports + others).contains(where: { $0.port == port }) else { return nil }
    return ("the source says \(first.port)", first.place)
  }

  /// The port of `6379` or `cache:6379`.
  private static func port(_ value: String) -> Int? {
    value.split(separator: ":").last.flatMap { Int($0.prefix { $0 != "/" }) }
  }

  /// Whether a row is about a server as such, and not about an exporter or a user interface of one.
  private func isAboutServer(_ row: String, _ servers: [ServerRecord]) -> Bool {
    if servers.contains(where: { $0.name == row }) { return true }
    let common: Set = ["server", "port", "cache", "database", "db", "default", "the", "host"]
    let words = row.lowercased().split { !$0.isLetter }.map(String.init).filter { !common.contains($0) }
    let products = Set(servers.compactMap(\.product))
    return words.allSatisfy(products.contains)
  }

  private func client(_ value: DocumentedValue, _ input: CheckInput) -> Contradiction? {
    let packages = input.report.infrastructure.packages.filter { $0.kind == .client && $0.context == .production }
    let used = Set(input.report.operations.filter { $0.context == .production }.map(\.library))
    guard let first = packages.first(where: { used.contains($0.library) }) ?? packages.first,
      !packages.contains(where: { $0.package == value.value || $0.library == value.value }), !used.contains(value.value)
    else { return nil }
    return ("the source uses \(first.library)", first.place)
  }
}
