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
    let addresses = AddressText.all(in: value ?? "", vocabulary.variables)
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
    if addresses.isEmpty, let value, names.isSecret, isPassword(value) { secret(name, at: place) }
  }

  /// Takes an address.
  mutating func url(_ address: AddressText, at place: SourcePlace, variable: String? = nil, service: String? = nil) {
    facts.urls.append(
      ConnectionURL(
        place: place, text: address.shown, scheme: address.scheme, host: address.host, port: address.port,
        database: address.database, hasPassword: address.password != nil, variable: variable, service: service,
        source: source, context: file.context))
    if let password = address.password, isPassword(password) {
      secret(variable.map { "the URL in \($0)" } ?? "a URL", at: place)
    }
  }

  /// Takes the addresses that a text holds.
  mutating func urls(in text: String, at place: SourcePlace, variable: String? = nil, service: String? = nil) {
    for address in AddressText.all(in: Interpolation.resolved(text), vocabulary.variables) {
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
  func isPassword(_ value: some StringProtocol) -> Bool {
    vocabulary.variables.isPassword(String(value).trimmed.unquoted)
  }

  /// Notes that the file could not be read as what it is.
  mutating func unread(line: Int, _ reason: String) {
    facts.unread.append(UnreadInfrastructureFile(path: file.path, line: line, reason: reason))
  }
}

extension VariableName {
  /// The value as reports may show it; nil where it could be a secret.
  func shown(_ value: String, _ names: InfrastructureVocabulary.VariableNames) -> String? {
    let value = String(value.trimmed.unquoted)
    if let address = AddressText.all(in: value, names).first { return address.shown }
    if value.isEmpty || value == "{}" { return value }
    if Int(value) != nil || ["true", "false", "yes", "no", "on", "off"].contains(value.lowercased()) { return value }
    if isHidden { return "***" }
    let isPlain = value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-:{},/".contains($0)) }
    return isPlain && !value.contains("@") && value.count <= (isAddressPart ? 120 : 16) ? value : nil
  }
}
