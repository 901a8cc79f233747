import InventoryModel
import Knowledge

/// Finds calls of a server's programs in shell lines, wherever they stand.
struct ShellReader {
  private let vocabulary: InfrastructureVocabulary
  private let words: InfrastructureVocabulary.ShellWords
  private let servers: Set<String>
  private let clients: Set<String>
  /// Variables that the text itself sets to a plain value.
  private var variables: [String: String] = [:]

  init(_ vocabulary: InfrastructureVocabulary) {
    self.vocabulary = vocabulary
    words = vocabulary.shell
    servers = Set(vocabulary.products.flatMap(\.servers))
    clients = Set(vocabulary.products.flatMap(\.clients))
  }

  /// A server that a line starts, by its program or image.
  struct Started {
    var image: ImageReference?
    var name: String?
    var arguments: [String]
    var place: SourcePlace
  }

  /// Reads a text whose first line has a number; gives the servers that it starts.
  mutating func read(
    _ text: String, line: Int, column: Int = 1, into collector: inout FactsCollector, depth: Int = 0
  ) -> [Started] {
    var started: [Started] = []
    for command in ShellText.commands(in: text, line: line, column: column) {
      remember(command, &collector)
      let place = collector.file.place(line: command.line, column: command.column)
      if let shell = innerText(of: command.words), depth < 4 {
        started += read(shell, line: command.line, column: command.column, into: &collector, depth: depth + 1)
      } else if let server = container(command.words, at: place),
        !server.arguments.contains(where: { clients.contains(ShellReader.base($0)) })
      {
        started.append(server)
      } else if let index = program(in: command.words) {
        let name = ShellReader.base(command.words[index])
        let rest = Array(command.words[(index + 1)...])
        if clients.contains(name) {
          client(name, rest, of: command, at: place, into: &collector)
        } else {
          started.append(Started(arguments: [name] + rest, place: place))
        }
      }
    }
    return started
  }

  /// `NAME=value` words, as variables that are set, and so that a later `cat "$NAME"` is understood.
  private mutating func remember(_ command: ShellCommand, _ collector: inout FactsCollector) {
    let isDeclared = ["export", "local", "readonly", "declare"].contains(command.words.first)
    for word in isDeclared ? command.words.dropFirst() : command.words[...] {
      guard word.utf8.contains(UInt8(ascii: "=")) else { return }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy({ $0 == "_" || $0.isLetter || $0.isNumber }) else {
        return
      }
      let value = expanded(parts[1])
      variables[parts[0]] = value.utf8.count > ShellReader.longestValue ? "{}" : value
      if collector.source != .documentation {
        collector.variable(parts[0], parts[1], at: collector.file.place(line: command.line, column: command.column))
      }
    }
  }

  /// Longer values of variables are not put in where these are used.
  private static let longestValue = 4096

  private func expanded(_ word: String) -> String {
    word.contains("$") ? Interpolation.resolved(word, values: variables) : word
  }

  /// The text after `sh -c`.
  private func innerText(of command: [String]) -> String? {
    guard let shell = command.firstIndex(where: { words.shells.contains($0) }),
      let option = command[shell...].firstIndex(where: { $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.hasSuffix("c") }
      ),
      option == shell + 1, option + 1 < command.count
    else { return nil }
    return command[option + 1]
  }

  /// The index of the program that is called; nil where the line only names it.
  private func program(in command: [String]) -> Int? {
    for (index, word) in command.enumerated() {
      if words.except.contains(word) { return nil }
      let name = ShellReader.base(word)
      guard servers.contains(name) || clients.contains(name) else { continue }
      return isCall(command[..<index]) ? index : nil
    }
    return nil
  }

  private func isCall(_ before: ArraySlice<String>) -> Bool {
    guard let first = before.first else { return true }
    return words.prefixes.contains(ShellReader.base(first)) || first.contains("=") && !first.hasPrefix("-")
      || first.hasPrefix("@") || first.contains("{}") || first.hasPrefix("$")
  }

  private mutating func client(
    _ name: String, _ rest: [String], of command: ShellCommand, at place: SourcePlace,
    into collector: inout FactsCollector
  ) {
    var record = InvocationRecord(
      place: place, program: name, source: collector.source, context: collector.file.context)
    var index = 0
    let options = words.client
    func isOption(_ kind: String, _ word: String) -> Bool { options[kind, default: []].contains(word) }
    while index < rest.count {
      let word = rest[index]
      guard word.hasPrefix("-"), word.count > 1 else { break }
      let value = index + 1 < rest.count ? expanded(rest[index + 1]) : ""
      if isOption("host", word) { record.host = value }
      if isOption("port", word) { record.port = Int(value) }
      if isOption("password", word) {
        if collector.isPassword(value) { collector.secret("\(word) of \(name)", at: place) }
      } else if isOption("url", word) {
        collector.urls(in: value, at: place)
        record.host = AddressText.all(in: value, vocabulary.variables).first?.host ?? record.host
      }
      if isOption("rest", word) {
        record.options.append(word)
        index = rest.count
        break
      }
      if ["host", "port", "password", "url", "user", "valued"].contains(where: { isOption($0, word) }) {
        if !isOption("password", word), !isOption("url", word) { record.options.append(word) }
        index += 1
      } else {
        // What is written behind a name could be a password.
        record.options.append(String(word.hasPrefix("--") ? word.prefix { $0 != "=" } : word.prefix(2)))
      }
      index += 1
    }
    let sent = rest.dropFirst(index).prefix {
      !$0.hasPrefix(">") && !$0.hasPrefix("2>") && !$0.hasPrefix("&>") && !$0.hasPrefix("1>")
    }
    (record.command, record.arguments) = ShellReader.sent(Array(sent), collector)
    record.input = input(of: command)
    collector.facts.invocations.append(record)
  }

  /// The file that the input of a command comes from, where the line tells.
  private func input(of command: ShellCommand) -> String? {
    if let file = command.input { return expanded(file) }
    guard let before = command.pipedFrom?.map(expanded) else { return nil }
    if let first = before.first, words.speakers.contains(ShellReader.base(first)) { return nil }
    if before.contains("--rdb") { return "\(ShellReader.base(before[0])) --rdb" }
    return before.last { $0.contains(".") && !$0.hasPrefix("-") } ?? before.first
  }

  /// The command and its arguments without what must not be shown.
  private static func sent(_ words: [String], _ collector: FactsCollector) -> (String?, [String]) {
    var words = words.count == 1 ? words[0].split(separator: " ").map(String.init) : words
    guard let first = words.first, first.allSatisfy({ $0.isLetter || $0 == "." || $0 == "_" }) else { return (nil, []) }
    words.removeFirst()
    var command = first.uppercased()
    if collector.vocabulary.shell.containers.contains(command), let second = words.first {
      command += " " + second.uppercased()
      words.removeFirst()
    }
    return (command, arguments(words, of: command, collector))
  }

  private static func arguments(_ words: [String], of command: String, _ collector: FactsCollector) -> [String] {
    let vocabulary = collector.vocabulary
    switch command {
    case _ where vocabulary.shell.secrets.contains(command): return words.map { _ in "***" }
    case _ where vocabulary.shell.data.contains(command): return words.prefix(1) + words.dropFirst().map { _ in "…" }
    case "ACL SETUSER": return words.map { "><#!".contains($0.first ?? " ") ? "\($0.prefix(1))***" : $0 }
    case "CONFIG SET":
      return words.enumerated().map {
        $0.offset % 2 == 1 && vocabulary.settings.secret.contains(words[$0.offset - 1].lowercased())
          ? "***" : $0.element
      }
    default:
      return words.map { AddressText.all(in: $0, vocabulary.variables).first?.shown ?? $0 }
    }
  }

  /// A server that a container program runs: `docker run -d --name cache redis:7 redis-server --appendonly yes`.
  private func container(_ command: [String], at place: SourcePlace) -> Started? {
    guard let run = command.firstIndex(of: "run"), run > 0,
      ["docker", "podman", "nerdctl"].contains(where: command[..<run].contains)
    else { return nil }
    var name: String?
    var index = run + 1
    while index < command.count {
      let word = command[index]
      if word == "--name", index + 1 < command.count { name = command[index + 1] }
      guard word.hasPrefix("-") else {
        guard let image = ImageReference(expanded(word)), vocabulary.product(of: image) != nil else { return nil }
        return Started(image: image, name: name, arguments: Array(command[(index + 1)...]), place: place)
      }
      index += words.valued.contains(word) ? 2 : 1
    }
    return nil
  }

  static func base(_ word: String) -> String {
    word.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(word[word.utf8.index(after: $0)...]) } ?? word
  }
}

extension FactsCollector {
  /// Gives a server what its command line says; the program's name may lead.
  mutating func apply(arguments: [String], to server: inout ServerRecord, at place: SourcePlace) {
    let programs = vocabulary.products.flatMap(\.servers)
    let start = arguments.firstIndex { programs.contains(ShellReader.base($0)) }.map { $0 + 1 } ?? 0
    if start > 0, server.product == nil {
      let name = ShellReader.base(arguments[start - 1])
      server.product = vocabulary.products.first { $0.servers.contains(name) }?.key
    }
    var settings = SettingsText(vocabulary)
    if let path = settings.take(arguments: Array(arguments[start...]), at: place) { server.settingsFiles.append(path) }
    apply(settings, to: &server)
  }

  /// Reads shell lines; a server that they start becomes a server of its own.
  mutating func shell(_ text: String, line: Int, column: Int = 1) {
    var reader = ShellReader(vocabulary)
    for started in reader.read(text, line: line, column: column, into: &self) {
      var server = server(started.name, at: started.place)
      if let image = started.image, let product = vocabulary.product(of: image) { server.run(image, product: product) }
      apply(arguments: started.arguments, to: &server, at: started.place)
      facts.servers.append(server)
    }
  }
}
