import InventoryModel
import Knowledge

/// Reads resources of Terraform that are servers, or settings of servers.
struct TerraformReader {
  private var collector: FactsCollector

  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var reader = TerraformReader(collector: FactsCollector(file, vocabulary, source: .terraform))
    for block in TerraformText.blocks(in: file.text) where block.type == "resource" && block.labels.count == 2 {
      guard let table = vocabulary.resources[block.labels[0]] else { continue }
      reader.read(block, table)
    }
    return reader.collector.facts
  }

  private mutating func read(_ block: TerraformBlock, _ table: TerraformResource) {
    var server = collector.server(
      "\(block.labels[0]).\(block.labels[1])", at: collector.file.place(line: block.line))
    func value(_ name: String?) -> (text: String, place: SourcePlace)? {
      name.flatMap { block[$0] }.flatMap { attribute in
        let text = Interpolation.resolved(attribute.value)
        return isLiteral(text) ? (text, collector.file.place(line: attribute.line)) : nil
      }
    }
    let products = collector.vocabulary.products
    server.product = value(table.engine)?.text ?? table.product
    if let name = value(table.name)?.text, !name.contains("{}") { server.aliases.append(name) }
    if let version = value(table.version)?.text {
      server.version = TerraformReader.version(version)
      if let named = products.first(where: { version.lowercased().hasPrefix($0.key) }) { server.product = named.key }
    }
    if let port = value(table.port), let number = Int(port.text) {
      server.ports.append(PortRecord(port: number, place: port.place))
    }
    if let tls = value(table.tls)?.text { server.demandsTLS = TerraformReader.demandsTLS(tls) }
    for name in table.plain { if let plain = value(name)?.text { server.demandsTLS = plain == "false" } }
    if let secret = value(table.secret), collector.isPassword(secret.text) {
      collector.secret("\(table.secret ?? "") of \(server.name ?? "")", at: secret.place)
    }
    readSettings(of: block, table, into: &server)
    for reference in block.attributes
    where reference.name.contains("parameter_group") && reference.value.hasPrefix("aws_") {
      server.settingsFiles.append(reference.value.split(separator: ".").prefix(2).joined(separator: "."))
    }
    collector.facts.servers.append(server)
  }

  private mutating func readSettings(
    of block: TerraformBlock, _ table: TerraformResource, into server: inout ServerRecord
  ) {
    var settings = SettingsText(collector.vocabulary)
    for inner in block.blocks {
      if inner.type == table.block, let name = inner["name"], let value = inner["value"] {
        settings.take([name.value, value.value], at: collector.file.place(line: name.line))
      } else if inner.type == table.map {
        for attribute in inner.attributes {
          settings.take(
            [attribute.name.replacing("_", with: "-"), attribute.value], at: collector.file.place(line: attribute.line))
        }
      }
    }
    collector.apply(settings, to: &server)
  }

  /// `REDIS_7_0`, `valkey7`, `redis7.x` and `7.1` as numbers.
  private static func version(_ text: String) -> String? {
    let numbers = text.replacing("_", with: ".").drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    let version = numbers.split(separator: ".").joined(separator: ".")
    return version.isEmpty ? nil : version
  }

  private static func demandsTLS(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "server_authentication", "transit_encryption_mode_server_authentication", "encrypted": true
    case "false", "disabled", "transit_encryption_mode_disabled", "transit_encryption_mode_unspecified", "plaintext":
      false
    default: nil
    }
  }

  /// Whether a value is written out, and no expression.
  private func isLiteral(_ text: String) -> Bool {
    let references = ["var.", "local.", "data.", "each.", "module.", "random_", "aws_", "google_", "azurerm_"]
    let words = text.split { !$0.isLetter && !$0.isNumber && !"_-.".contains($0) }
    return !words.contains { word in references.contains { word.hasPrefix($0) } } && !text.contains("(")
      && !text.contains("? ")
  }
}
