import InventoryModel
import Knowledge

/// Compares the versions of client libraries that manifests name with what the code and a target ask of them.
struct ClientAge {
  private let versions: [String: ClientVersions]
  private let packages: [PackageRecord]
  private let clients: [ClientRecord]
  /// The commands that each library sends by methods of its own.
  private let commands: [String: Set<String>]

  init(_ versions: [String: ClientVersions], _ report: ScanReport) {
    self.versions = versions
    let named = report.infrastructure.packages.filter { $0.context == .production && !$0.isDevelopment }
    // What a lock file holds is what is installed, whatever a manifest allows.
    let locked = Set(named.filter { $0.version != nil }.map { [$0.library, $0.language.rawValue] })
    packages = named.filter {
      versions[$0.library] != nil && ($0.version != nil || !locked.contains([$0.library, $0.language.rawValue]))
    }
    clients = report.clients.filter { $0.context == .production }
    let methods = report.operations.filter { operation in
      operation.context == .production && !operation.isInScript && operation.method.map(ClientAge.isMethod) ?? true
    }
    commands = Dictionary(grouping: methods, by: \.library).mapValues { Set($0.map(\.command)) }
  }

  /// What a library lacks on a target.
  func uses(_ judge: Judge) -> [TargetUse] {
    var seen: Set<[String]> = []
    return packages.flatMap { package -> [TargetUse] in
      guard let versions = versions[package.library], let version = ClientVersion(package) else { return [] }
      return needs(of: package.library, judge).compactMap { need in
        guard let since = need.since(versions), !since.isIn(version.numbers),
          seen.insert([package.library, version.text, need.command]).inserted
        else { return nil }
        return use(need, since, package, version, versions)
      }
    }
  }

  /// Something that is asked of a library.
  private struct Need {
    let command: String
    let what: String
    let since: (ClientVersions) -> ClientVersions.Since?
  }

  private func needs(of library: String, _ judge: Judge) -> [Need] {
    let own = clients.filter { $0.library == library }
    guard !own.isEmpty || commands[library] != nil else { return [] }
    let sent = Set(own.flatMap { ClientSettings($0).commands.map(\.command) })
    var needs: [Need] = []
    if judge.target.layers.contains(where: \.isCluster) {
      needs.append(
        Need(command: "CLUSTER SLOTS", what: "a client for servers in cluster mode") { $0.features[.cluster] })
    }
    if sent.contains("HELLO") { needs.append(Need(command: "HELLO", what: "RESP3") { $0.features[.resp3] }) }
    if sent.contains("CLIENT TRACKING") {
      needs.append(
        Need(command: "CLIENT TRACKING", what: "caching at the client") { $0.features[.clientSideCache] })
    }
    return needs
      + commands[library, default: []].sorted().map { command in
        Need(command: command, what: "a method for \(command)") { $0.methods[command] }
      }
  }

  private func use(
    _ need: Need, _ since: ClientVersions.Since, _ package: PackageRecord, _ version: ClientVersion,
    _ versions: ClientVersions
  ) -> TargetUse {
    let has = version.isExact ? "is \(version.text)" : "may be \(version.text)"
    let first =
      switch since {
      case .version(let first): "since \(first)"
      case .never: "in no version"
      }
    let way =
      switch since {
      case .version(let first): "\(package.library) \(first) or later"
      case .never: need.command == "CLUSTER SLOTS" ? "another client library" : "RESP2, and no caching at the client"
      }
    return TargetUse(
      place: package.place, command: need.command, via: "\(package.library) \(version.text)", context: package.context,
      effect: version.isExact ? .limits : .notes,
      fact: "\(package.library) has \(need.what) \(first); here it \(has)", rule: "client-version",
      source: "\(versions.source) (read \(versions.read))", basis: "source", wayOut: way, staysOnTarget: true)
  }

  /// `execute_command` and the like send what they are given.
  private static func isMethod(_ name: String) -> Bool {
    !["execute_command", "do", "call", "sendcommand", "send", "rawcall", "process"].contains(name.lowercased())
  }
}

/// The version of a library as a manifest or lock file tells it.
private struct ClientVersion {
  let text: String
  let numbers: [Int]
  /// Whether it is the one that is used; else the oldest that is allowed.
  let isExact: Bool

  init?(_ package: PackageRecord) {
    let written: String
    if let version = package.version {
      (written, isExact) = (version, true)
    } else {
      guard let least = ClientVersion.least(package.requirement ?? "") else { return nil }
      (written, isExact) = (least, false)
    }
    guard let numbers = ServerProduct.numbers(written) else { return nil }
    self.numbers = numbers
    text = numbers.map(String.init).joined(separator: ".")
  }

  /// The oldest version that a requirement allows: `>=4.5,<6`, `^5.0`, `~> 4`, `from: "1.4.1"`.
  private static func least(_ requirement: String) -> String? {
    for part in requirement.split(whereSeparator: { $0 == "," || $0 == "|" }) {
      let text = part.drop { $0 == " " }
      guard !text.hasPrefix("<"), !text.hasPrefix("!") else { continue }
      let number = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
      if !number.isEmpty { return String(number) }
    }
    return nil
  }
}
