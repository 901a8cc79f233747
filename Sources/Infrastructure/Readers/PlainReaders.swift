import InventoryModel
import Knowledge

/// Reads files of variables: `NAME=value`.
struct EnvironmentReader {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var collector = FactsCollector(file, vocabulary, source: .environment)
    for line in file.text.numberedLines {
      var text = line.trimmed
      guard text.first != "#" else { continue }
      if text.hasPrefix("export ") { text = text.dropFirst(7).trimmed }
      guard let equals = text.firstIndex(of: "=") else { continue }
      let name = String(text[..<equals].trimmed)
      guard !name.isEmpty, name.allSatisfy({ $0 == "_" || $0.isLetter || $0.isNumber }) else { continue }
      collector.variable(
        name, value(text[text.index(after: equals)...]),
        at: file.place(line: line.number, column: line.column(of: text.startIndex)))
    }
    return collector.facts
  }

  /// The value without quotes, or without the comment behind it.
  private static func value(_ text: Substring) -> String {
    let text = text.trimmed
    if let quote = text.first, quote == "\"" || quote == "'" {
      return String(text.dropFirst().prefix { $0 != quote })
    }
    return String((text.firstRange(ofText: " #").map { text[..<$0.lowerBound] } ?? text).trimmed)
  }
}

/// Reads files of settings and of users of a server.
struct SettingsReader {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var collector = FactsCollector(file, vocabulary, source: .settings)
    var settings = SettingsText(vocabulary)
    for line in file.text.numberedLines {
      settings.take(line: line.text, at: file.place(line: line.number, column: line.firstColumn))
    }
    guard !settings.settings.isEmpty || !settings.users.isEmpty else { return collector.facts }
    var server = collector.server(file.path, at: file.place(line: 1))
    server.product = vocabulary.product(namedIn: file.name)?.key
    collector.apply(settings, to: &server)
    collector.facts.servers.append(server)
    return collector.facts
  }
}

/// Reads scripts and make files.
struct ScriptReader {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var collector = FactsCollector(file, vocabulary, source: .shell)
    let isMake = file.name.lowercased().contains("make") || file.name.hasSuffix(".mk")
    collector.shell(isMake ? recipes(file.text) : file.text, line: 1)
    return collector.facts
  }

  /// The commands and assignments of a make file, without the signs before commands and with single dollars.
  private static func recipes(_ text: String) -> String {
    text.textLines.map { line -> String in
      guard line.first == "\t" else { return assignment(line) }
      let signs = line.dropFirst().prefix { $0 == "@" || $0 == "-" || $0 == "+" }
      let lead = String(repeating: " ", count: signs.count + 1)
      return lead + singleDollars(line.dropFirst(1 + signs.count))
    }.joined(separator: "\n")
  }

  /// `NAME = value`, `NAME := value` or `NAME ?= value`, `export` before it or not, as a shell writes it; nothing of
  /// other lines.
  private static func assignment(_ line: Substring) -> String {
    guard line.utf8.contains(UInt8(ascii: "=")) else { return "" }
    var text = line.trimmed
    for word in ["export ", "override "] where text.hasPrefix(word) { text = text.dropFirst(word.count).trimmed }
    let name = text.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
    let rest = text.dropFirst(name.count).trimmed
    guard !name.isEmpty, let sign = ["=", ":=", "::=", "?="].first(where: { rest.hasPrefix($0) }) else { return "" }
    let written = rest.dropFirst(sign.count)
    let value = (written.firstRange(ofText: " #").map { written[..<$0.lowerBound] } ?? written).trimmed
    return quoted(singleDollars(value.unquoted[...])).map { line.prefix { $0 == " " } + name + "=" + $0 }
      ?? ""
  }

  private static func singleDollars(_ text: Substring) -> String {
    text.holds("$$") ? String(text).replacing("$$", with: "$") : String(text)
  }

  /// A value as one word of a shell; nil for one that holds both kinds of quotes.
  private static func quoted(_ value: String) -> String? {
    ["\"", "'"].first { !value.contains($0) }.map { $0 + value + $0 }
  }
}
