import InventoryModel
import Knowledge
import YAML

/// Reads values of Helm charts, and other YAML that is configuration: images, addresses and settings below keys that name
/// a product.
struct ValuesReader {
  private var collector: FactsCollector

  static func facts(
    of file: ConfigurationText, _ text: YAMLText, _ vocabulary: InfrastructureVocabulary, source: InfrastructureSource
  ) -> InfrastructureFacts {
    var reader = ValuesReader(collector: FactsCollector(file, vocabulary, source: source))
    for document in text.documents { reader.walk(document, path: [], product: nil) }
    reader.collector.take(text.refused)
    return reader.collector.facts
  }

  /// - Parameter product: what the path is about: the product that the last key names which names one.
  private mutating func walk(_ node: YAMLNode, path: [String], product: ServerProduct?, depth: Int = 0) {
    guard depth < 30 else { return }
    for (number, element) in node.elements.enumerated() {
      if element.scalar == nil {
        walk(element, path: path, product: product, depth: depth + 1)
      } else if let text = element.text, number < 1000 {
        collector.urls(in: text, at: collector.file.place(element.position), variable: path.joined(separator: "."))
      }
    }
    let isServer = node.mapping != nil && readServer(node, path: path)
    for entry in node.entries where !isServer || !ValuesReader.settingsKeys.contains(entry.key.text) {
      let inner = path + [entry.key.text]
      let product = collector.vocabulary.product(namedIn: entry.key.text) ?? product
      if let text = entry.value.text {
        read(text, of: entry, path: inner, isOfProduct: product != nil)
      } else {
        walk(entry.value, path: inner, product: product, depth: depth + 1)
      }
    }
  }

  private mutating func read(_ text: String, of entry: YAMLMapping.Entry, path: [String], isOfProduct: Bool) {
    guard !text.utf8.contains(0x0A) else {
      if isOfProduct {
        collector.settingsBlock(
          text, of: entry.value, name: path.joined(separator: "."), key: path.joined(separator: "."))
      }
      return
    }
    let names = collector.vocabulary.variables
    let key = VariableName(entry.key.text, names)
    let place = collector.file.place(entry.key.position)
    let name = path.joined(separator: ".")
    if key.isOfInterest || isOfProduct && key.holdsAddressOrSecret {
      collector.variable(name, text, at: place)
    } else {
      collector.urls(in: text, at: place, variable: name)
    }
  }

  /// A mapping with an image, or one below a product's name with settings.
  private mutating func readServer(_ node: YAMLNode, path: [String]) -> Bool {
    guard let image = image(of: node, path: path), let product = collector.vocabulary.product(of: image.reference)
    else { return readImageless(node, path: path) }
    let name = path.last { $0 != "image" && $0 != "server" } ?? path.last
    var server = collector.server(name, at: collector.file.place(image.position))
    server.run(image.reference, product: product)
    let settings = path.last == "image" ? nil : node
    configure(&server, settings)
    collector.facts.servers.append(server)
    return true
  }

  /// What charts of servers alone have, below a product's name or at the top: the image may be the chart's own.
  private mutating func readImageless(_ node: YAMLNode, path: [String]) -> Bool {
    guard let command = ValuesReader.parts(of: node).lazy.compactMap({ $0["disableCommands"]?.elements.first }).first,
      path.last.map({ collector.vocabulary.product(namedIn: $0) != nil }) ?? true
    else { return false }
    var server = collector.server(path.last, at: collector.file.place(command.position))
    server.product = path.last.flatMap { collector.vocabulary.product(namedIn: $0)?.key }
    configure(&server, node)
    collector.facts.servers.append(server)
    return true
  }

  /// A mapping and those of its roles.
  private static func parts(of node: YAMLNode) -> [YAMLNode] {
    [node, node["master"], node["primary"], node["replica"]].compactMap(\.self)
  }

  /// Keys under which charts hold a file of settings.
  private static let settingsKeys: Set = ["commonConfiguration", "configuration", "config"]

  private func image(of node: YAMLNode, path: [String]) -> (reference: ImageReference, position: YAMLPosition)? {
    if let image = node["image"] {
      if let text = image.text {
        let tag = node["imageTag"]?.text ?? node["tag"]?.text
        return reference(text, tag: text.contains(":") ? nil : tag).map { ($0, image.position) }
      }
      if let found = parts(of: image) { return found }
      return nil
    }
    return path.last == "image" ? nil : parts(of: node)
  }

  private func parts(of node: YAMLNode) -> (reference: ImageReference, position: YAMLPosition)? {
    guard let repository = node["repository"] ?? node["name"], let text = repository.text,
      let tag = node["tag"] ?? node["version"]
    else { return nil }
    return reference(text, tag: tag.text).map { ($0, repository.position) }
  }

  private func reference(_ text: String, tag: String?) -> ImageReference? {
    ImageReference(tag.map { $0.isEmpty ? text : "\(text):\($0)" } ?? text)
  }

  private mutating func configure(_ server: inout ServerRecord, _ node: YAMLNode?) {
    guard let node else { return }
    if let value = node["tls"]?["enabled"]?.scalar?.bool { server.demandsTLS = value }
    for part in ValuesReader.parts(of: node) {
      for command in part["disableCommands"]?.elements ?? [] {
        guard let text = command.text else { continue }
        collector.apply(text, as: "disable", to: &server, at: collector.file.place(command.position))
      }
      for flag in part["extraFlags"]?.elements ?? [] {
        guard let text = flag.text else { continue }
        collector.apply(text, as: "flags", to: &server, at: collector.file.place(flag.position))
      }
      for key in ValuesReader.settingsKeys.sorted() {
        if let block = part[key], let text = block.text {
          var settings = SettingsText(collector.vocabulary)
          let first = collector.file.firstLine(of: block)
          for line in text.numberedLines {
            settings.take(line: line.text, at: collector.file.place(line: first + line.number - 1))
          }
          collector.apply(settings, to: &server)
        }
      }
    }
  }
}

extension VariableName {
  /// Whether the value is worth a row where the path already names a product.
  var holdsAddressOrSecret: Bool { isSecret || isAddressPart }
}
