import InventoryModel
import Knowledge
import YAML

/// Reads Dockerfiles: the image that a server is made from, variables, ports, and the lines that run.
struct DockerfileReader {
  private var collector: FactsCollector
  private var arguments: [String: String] = [:]
  private var server: ServerRecord?
  /// Variables are given to the server of the stage, where there is one.
  private var product: ServerProduct?
  /// What is copied into the stage: the path inside, and the file of the tree.
  private var copies: [(inside: String, file: String)] = []

  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var reader = DockerfileReader(FactsCollector(file, vocabulary, source: .dockerfile))
    for (line, text) in instructions(of: file.text) { reader.read(text, line: line) }
    reader.finish()
    return reader.collector.facts
  }

  private init(_ collector: FactsCollector) { self.collector = collector }

  /// Instructions with the numbers of their first lines; continued lines are joined, comments left out.
  private static func instructions(of text: String) -> [(line: Int, text: String)] {
    var instructions: [(line: Int, text: String)] = []
    var isOpen = false
    for line in text.numberedLines {
      let trimmed = line.trimmed
      if trimmed.hasPrefix("#") { continue }
      let continues = trimmed.hasSuffix("\\")
      let part = continues ? trimmed.dropLast() : trimmed
      if isOpen {
        // A line for a line keeps the numbers of the shell lines right.
        instructions[instructions.count - 1].text += "\\\n" + part
      } else if !part.isEmpty {
        instructions.append((line.number, String(part)))
      } else {
        continue
      }
      isOpen = continues
    }
    return instructions
  }

  private mutating func read(_ text: String, line: Int) {
    let name = text.prefix { !$0.isWhitespace }.uppercased()
    let rest = String(text.dropFirst(name.count).trimmed)
    let place = collector.file.place(line: line)
    switch name {
    case "ARG":
      let parts = rest.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { arguments[String(parts[0])] = parts[1].unquoted }
    case "FROM": from(rest, at: place)
    case "ENV": environment(rest, at: place)
    case "EXPOSE":
      for word in rest.split(whereSeparator: \.isWhitespace) {
        if let port = Int(word.prefix { $0 != "/" }) { server?.ports.append(PortRecord(port: port, place: place)) }
      }
    case "COPY", "ADD": copy(rest)
    case "RUN": collector.shell(rest, line: line)
    case "CMD", "ENTRYPOINT", "HEALTHCHECK": command(rest, line: line, at: place)
    default: break
    }
  }

  private mutating func from(_ rest: String, at place: SourcePlace) {
    finish()
    let words = rest.split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("--") }
    guard let written = words.first, let image = ImageReference(Interpolation.resolved(written, values: arguments)),
      let product = collector.vocabulary.product(of: image)
    else { return }
    var server = collector.server(nil, at: place)
    server.run(image, product: product)
    (self.server, self.product) = (server, product)
  }

  private mutating func finish() {
    copies = []
    if let server { collector.facts.servers.append(server) }
    (server, product) = (nil, nil)
  }

  private mutating func environment(_ rest: String, at place: SourcePlace) {
    let words = SettingsText.words(rest.replacing("\\\n", with: " ")[...])
    guard let first = words.first else { return }
    let pairs: [(String, String)]
    if first.contains("=") {
      pairs = words.compactMap { word in
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }
    } else {
      pairs = [(first, words.dropFirst().joined(separator: " "))]
    }
    for (name, value) in pairs {
      collector.variable(name, value, at: place)
      if let setting = product?.variables[name], var server {
        collector.apply(value, as: setting, to: &server, at: place)
        self.server = server
      }
    }
  }

  /// Files of settings that go into the image; a build can begin in another folder than the file's.
  private mutating func copy(_ rest: String) {
    let words = rest.split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("--") }.map(String.init)
    guard let target = words.last else { return }
    for word in words.dropLast() where word.hasSuffix(".conf") || word.hasSuffix(".acl") {
      let inside = target.hasSuffix("/") ? target + ShellReader.base(word) : target
      copies.append((inside, word.hasPrefix("./") ? String(word.dropFirst(2)) : word))
      server?.settingsFiles.append(copies[copies.count - 1].file)
    }
  }

  /// A list of words as the shell line that it stands for.
  private static func shellLine(_ rest: String) -> String {
    let written = rest.replacing("\\\n", with: " ")
    guard written.hasPrefix("["), let list = try? YAML.documents(in: written, file: "").first?.elements, !list.isEmpty
    else { return rest }
    return list.compactMap(\.text).map(FactsCollector.quoted).joined(separator: " ")
  }

  private mutating func command(_ rest: String, line: Int, at place: SourcePlace) {
    let text = DockerfileReader.shellLine(rest)
    guard var server else {
      let known = collector.facts.servers.count
      collector.shell(text, line: line)
      for index in collector.facts.servers.indices.dropFirst(known) {
        collector.facts.servers[index].settingsFiles = collector.facts.servers[index].settingsFiles.map { path in
          copies.last { $0.inside == path }?.file ?? path
        }
      }
      return
    }
    var reader = ShellReader(collector.vocabulary)
    for started in reader.read(text, line: line, into: &collector) {
      let files = server.settingsFiles
      collector.apply(arguments: started.arguments, to: &server, at: place)
      // Inside the image the file has another path than in the tree.
      if !files.isEmpty { server.settingsFiles = files }
    }
    self.server = server
  }
}
