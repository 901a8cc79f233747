import InventoryModel
import Knowledge

/// Gathers the facts of one file; what passes through it comes out redacted.
struct FactsCollector {
  let file: ConfigurationText
  let vocabulary: InfrastructureVocabulary
  let source: InfrastructureSource
  var facts = InfrastructureFacts()

  init(_ file: ConfigurationText, _ vocabulary: InfrastructureVocabulary, source: InfrastructureSource) {
    self.file = file
    self.vocabulary = vocabulary
    self.source = source
  }

  func server(_ name: String?, at place: SourcePlace) -> ServerRecord {
    ServerRecord(place: place, name: name, source: source, context: file.context)
  }

  /// Takes a variable that the file sets, if it is of interest; nil for a value that is not in the file.
  mutating func variable(_ name: String, _ written: String?, at place: SourcePlace, service: String? = nil) {
    let names = VariableName(name, vocabulary.variables)
    let value = written.map { Interpolation.resolved($0) }
    let addresses = AddressText.all(in: value ?? "", vocabulary.variables).map(\.0)
    guard names.isOfInterest || !addresses.isEmpty else { return }
    if let written, let (order, fallback) = Interpolation.chain(written), order.count > 1 || order != [name] {
      facts.reads.append(
        VariableRead(
          place: place, names: order, fallback: fallback.flatMap { names.shown($0, vocabulary.variables) },
          function: service, source: source, context: file.context))
    }
    for address in addresses { url(address, at: place, variable: name, service: service) }
    let shown = addresses.isEmpty ? value.flatMap { names.shown($0, vocabulary.variables) } : addresses[0].shown
    facts.variables.append(
      VariableRecord(
        place: place, name: name, value: shown, service: service, source: source, context: file.context))
    if addresses.isEmpty, let value, names.isSecret, isSecret(value) { secret(name, at: place) }
  }

  /// Takes an address.
  mutating func url(_ address: AddressText, at place: SourcePlace, variable: String? = nil, service: String? = nil) {
    facts.urls.append(
      ConnectionURL(
        place: place, text: address.shown, scheme: address.scheme, host: address.host, port: address.port,
        database: address.database, hasPassword: address.password != nil, variable: variable, service: service,
        source: source, context: file.context))
    if let password = address.password, isSecret(String(password)) {
      secret(variable.map { "the URL in \($0)" } ?? "a URL", at: place)
    }
  }

  /// Takes the addresses that a text holds.
  mutating func urls(in text: String, at place: SourcePlace, variable: String? = nil, service: String? = nil) {
    for (address, _) in AddressText.all(in: Interpolation.resolved(text), vocabulary.variables) {
      url(address, at: place, variable: variable, service: service)
    }
  }

  mutating func secret(_ what: String, at place: SourcePlace) {
    facts.secrets.append(
      SecretRecord(place: place, what: what, isTracked: file.isTracked, source: source, context: file.context))
  }

  /// Gives a server what its settings say, and notes the passwords in them.
  mutating func apply(_ text: SettingsText, to server: inout ServerRecord) {
    server.settings += text.settings
    server.users += text.users
    for (what, place) in text.secrets { secret(what, at: place) }
  }

  /// Whether a text is a password, and not what stands for one.
  func isSecret(_ value: String) -> Bool {
    let value = value.trimmed.unquoted
    return !value.isEmpty && !value.contains("{}") && !value.hasPrefix("<") && !value.hasPrefix("%")
      && !value.hasPrefix("/") && !value.hasPrefix("vault:") && !value.contains("__")
      && !vocabulary.variables.placeholders.contains(value.lowercased())
  }

  /// Notes that the file could not be read as what it is.
  mutating func unread(line: Int, _ reason: String) {
    facts.unread.append(UnreadInfrastructureFile(path: file.path, line: line, reason: reason))
  }
}

/// The name of a variable, by its parts.
struct VariableName {
  let isOfInterest: Bool
  /// Whether it holds a password.
  let isSecret: Bool
  private let isHidden: Bool
  let isAddressPart: Bool

  init(_ name: String, _ names: InfrastructureVocabulary.VariableNames) {
    let parts = VariableName.parts(of: name)
    isOfInterest = parts.contains(where: names.words.contains)
    isSecret = parts.last.map(names.secret.contains) ?? false
    isHidden = parts.contains(where: names.secret.contains) || parts.last.map(names.hidden.contains) ?? false
    isAddressPart = parts.contains(where: names.address.contains)
  }

  /// The value as reports may show it; nil where it could be a secret.
  func shown(_ value: String, _ names: InfrastructureVocabulary.VariableNames) -> String? {
    let value = String(value.trimmed.unquoted)
    if let address = AddressText.all(in: value, names).first?.0 { return address.shown }
    if value.isEmpty || value == "{}" { return value }
    if Int(value) != nil || ["true", "false", "yes", "no", "on", "off"].contains(value.lowercased()) { return value }
    if isHidden { return "***" }
    let isPlain = value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-:{},/".contains($0)) }
    return isPlain && !value.contains("@") && value.count <= (isAddressPart ? 120 : 16) ? value : nil
  }

  /// `redisMasterURL`, `redis.master-url` and `REDIS_MASTER_URL` have the same parts.
  private static func parts(of name: String) -> [String] {
    NameWords.split(name).map { $0.uppercased() }
  }
}
