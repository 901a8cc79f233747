import InventoryModel
import Knowledge
import YAML

/// Reads compose files: services with their images, ports, variables, commands and files of settings.
struct ComposeReader {
  private var collector: FactsCollector

  static func facts(
    of file: ConfigurationText, _ text: YAMLText, _ vocabulary: InfrastructureVocabulary
  ) -> InfrastructureFacts {
    var reader = ComposeReader(collector: FactsCollector(file, vocabulary, source: .compose))
    for document in text.documents {
      for service in document["services"]?.entries ?? [] { reader.read(service) }
    }
    reader.collector.take(text.refused)
    return reader.collector.facts
  }

  private mutating func read(_ entry: YAMLMapping.Entry) {
    let (name, service) = (entry.key.text, entry.value)
    let place = collector.file.place(entry.key.position)
    collector.environment(service["environment"], service: name)
    let image = service["image"]?.text.flatMap { ImageReference($0) }
    let product =
      image.flatMap(collector.vocabulary.product)
      ?? (service["build"] == nil ? nil : collector.vocabulary.products.first { $0.key == name })
    guard let product else {
      for key in ["command", "entrypoint"] { collector.command(service[key]) }
      collector.healthCheck(service["healthcheck"]?["test"])
      return
    }
    var server = collector.server(name, at: place)
    if let image { server.run(image, product: product) }
    server.product = product.key
    if let node = service["image"] { server.place = collector.file.place(node.position) }
    server.aliases = [service["container_name"], service["hostname"]].compactMap { $0?.text }.map {
      Interpolation.resolved($0)
    }
    for network in service["networks"]?.entries ?? [] {
      server.aliases += network.value["aliases"]?.elements.compactMap(\.text) ?? []
    }
    server.ports =
      (service["ports"]?.elements ?? []).flatMap(collector.ports)
      + (service["expose"]?.elements ?? []).flatMap(collector.ports)
    collector.configure(&server, variables: service["environment"], product: product)
    collector.start(&server, with: [service["entrypoint"], service["command"]])
    link(service["volumes"], to: &server)
    collector.healthCheck(service["healthcheck"]?["test"])
    collector.facts.servers.append(server)
  }

  /// Replaces paths inside the container by those that are mounted there.
  private func link(_ volumes: YAMLNode?, to server: inout ServerRecord) {
    var outside: [String: String] = [:]
    for volume in volumes?.elements ?? [] {
      if let text = volume.text {
        let parts = Interpolation.resolved(text).split(separator: ":")
        if parts.count > 1 { outside[String(parts[1])] = String(parts[0]) }
      } else if let source = volume["source"]?.text, let target = volume["target"]?.text {
        outside[target] = source
      }
    }
    server.settingsFiles = server.settingsFiles.map { path in
      if let file = outside[path] { return collector.file.resolved(file) ?? file }
      for (inside, folder) in outside.sorted(by: { $0.key < $1.key }) where path.hasPrefix(inside + "/") {
        return collector.file.resolved(folder + path.dropFirst(inside.count)) ?? path
      }
      return path
    }
    // Bitnami's images read these without being told.
    for (inside, file) in outside.sorted(by: { $0.key < $1.key })
    where inside.hasSuffix(".conf") && !server.settingsFiles.contains(where: { $0.hasSuffix(ShellReader.base(file)) }) {
      server.settingsFiles.append(collector.file.resolved(file) ?? file)
    }
  }
}

extension FactsCollector {
  /// Takes variables written as a mapping, as `NAME=value`, or as mappings with `name` and `value`.
  mutating func environment(_ node: YAMLNode?, service: String?) {
    for entry in node?.entries ?? [] {
      variable(entry.key.text, entry.value.text, at: file.place(entry.key.position), service: service)
    }
    for element in node?.elements ?? [] {
      if let text = element.text {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        variable(
          String(parts[0]), parts.count > 1 ? String(parts[1]) : nil, at: file.place(element.position), service: service
        )
      } else if let name = element["name"]?.text {
        variable(name, element["value"]?.text, at: file.place(element.position), service: service)
      }
    }
  }

  /// Gives a server what the variables of its image say.
  mutating func configure(_ server: inout ServerRecord, variables: YAMLNode?, product: ServerProduct) {
    var given: [(name: String, value: String, place: SourcePlace)] = []
    for entry in variables?.entries ?? [] {
      if let value = entry.value.text { given.append((entry.key.text, value, file.place(entry.key.position))) }
    }
    for element in variables?.elements ?? [] {
      let parts =
        element.text?.split(separator: "=", maxSplits: 1).map(String.init)
        ?? [
          element["name"]?.text, element["value"]?.text,
        ].compactMap(\.self)
      if parts.count == 2 { given.append((parts[0], parts[1], file.place(element.position))) }
    }
    for variable in given {
      guard let setting = product.variables[variable.name] else { continue }
      apply(variable.value, as: setting, to: &server, at: variable.place)
    }
  }

  /// Applies the value of a variable or chart value that stands for a setting.
  mutating func apply(_ value: String, as setting: String, to server: inout ServerRecord, at place: SourcePlace) {
    switch setting {
    case "disable":
      for command in value.split(whereSeparator: { $0 == "," || $0.isWhitespace }) where !command.contains("{}") {
        server.settings.append(SettingRecord(name: "rename-command", value: "\(command) \"\"", place: place))
      }
    case "flags": apply(arguments: [""] + SettingsText.words(value[...]), to: &server, at: place)
    default:
      var text = SettingsText(vocabulary)
      text.take([setting, value], at: place)
      apply(text, to: &server)
    }
  }

  /// Ports of a compose file: `6379`, `127.0.0.1:6380:6379`, or a mapping.
  func ports(_ node: YAMLNode) -> [PortRecord] {
    let place = file.place(node.position)
    if let port = node["target"]?.text.flatMap({ Int($0) }) {
      return [PortRecord(port: port, published: node["published"]?.text.flatMap { Int($0) }, place: place)]
    }
    guard let text = node.text else { return [] }
    let parts = Interpolation.resolved(text).prefix { $0 != "/" }.split(separator: ":").map { Int($0) }
    guard let last = parts.last, let port = last else { return [] }
    return [PortRecord(port: port, published: parts.count > 1 ? parts[parts.count - 2] : nil, place: place)]
  }

  /// Gives a server what its command says; what else the command calls is taken too.
  mutating func start(_ server: inout ServerRecord, with commands: [YAMLNode?]) {
    for node in commands.compactMap(\.self) {
      let words = node.commandWords
      guard !words.isEmpty else { continue }
      let place = file.place(node.position)
      let programs = vocabulary.products.flatMap(\.servers)
      if words.count > 1,
        programs.contains(ShellReader.base(words[0])) || words[0].hasPrefix("--") || words[0].hasSuffix(".conf")
      {
        apply(arguments: words[0].hasPrefix("-") ? [""] + words : words, to: &server, at: place)
        continue
      }
      var reader = ShellReader(vocabulary)
      let text = words.count == 1 ? words[0] : words.map(FactsCollector.quoted).joined(separator: " ")
      let started = reader.read(text, line: place.line, column: place.column, into: &self)
      for one in started { apply(arguments: one.arguments, to: &server, at: place) }
      if started.isEmpty, words[0].hasPrefix("--") || words[0].hasSuffix(".conf") {
        apply(arguments: [""] + SettingsText.words(text[...]), to: &server, at: place)
      }
    }
  }

  /// Takes what a command calls.
  mutating func command(_ node: YAMLNode?) {
    guard let node else { return }
    let words = node.commandWords
    let text = words.count == 1 ? words[0] : words.map(FactsCollector.quoted).joined(separator: " ")
    shell(text, line: node.position.line, column: node.position.column)
  }

  mutating func healthCheck(_ node: YAMLNode?) {
    guard let node else { return }
    var words = node.commandWords
    if words.first == "CMD" || words.first == "CMD-SHELL" { words.removeFirst() }
    let text = words.count == 1 ? words[0] : words.map(FactsCollector.quoted).joined(separator: " ")
    shell(text, line: node.position.line, column: node.position.column)
  }

  /// A word as a shell line writes it.
  static func quoted(_ word: String) -> String {
    word.contains { $0.isWhitespace || "|;&<>()'".contains($0) }
      ? "'\(word.replacing("'", with: "'\\''"))'" : word
  }

  /// Reads what can be read of documents that are no YAML, line by line: images and variables.
  mutating func take(_ refused: [(lines: ArraySlice<Substring>, firstLine: Int, error: YAMLError)]) {
    for document in refused {
      unread(line: document.error.position.line, document.error.message)
      var pending: String?
      for (offset, line) in document.lines.enumerated() {
        let number = document.firstLine + offset
        let text = line.trimmed.hasPrefix("- ") ? line.trimmed.dropFirst(2).trimmed : line.trimmed
        guard let colon = text.firstIndex(of: ":"), text.first != "#" else { continue }
        let (key, value) = (String(text[..<colon]), String(text[text.index(after: colon)...].trimmed.unquoted))
        let place = file.place(line: number, column: TextLine(number: number, text: line).firstColumn)
        switch key {
        case "image":
          guard let image = ImageReference(value), let product = vocabulary.product(of: image) else { continue }
          var server = server(nil, at: place)
          server.run(image, product: product)
          facts.servers.append(server)
        case "name": pending = value
        case "value":
          if let name = pending { variable(name, value, at: place) }
          pending = nil
        default:
          if key == key.uppercased(), !value.isEmpty { variable(key, value, at: place) }
        }
      }
    }
  }
}
