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
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line -> String in
      guard line.first == "\t" else { return isAssignment(line) ? String(line).replacing("$$", with: "$") : "" }
      let signs = line.dropFirst().prefix { $0 == "@" || $0 == "-" || $0 == "+" }
      let lead = String(repeating: " ", count: signs.count + 1)
      return lead + line.dropFirst(1 + signs.count).replacing("$$", with: "$")
    }.joined(separator: "\n")
  }

  /// Whether a line is `NAME=value`, `export` before it or not; a quote that stays open would take in what follows.
  private static func isAssignment(_ line: Substring) -> Bool {
    var text = line.trimmed
    if text.hasPrefix("export ") { text = text.dropFirst(7).trimmed }
    let name = text.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
    guard !name.isEmpty, text.dropFirst(name.count).first == "=" else { return false }
    return ["\"", "'"].allSatisfy { (quote: Character) in text.count { $0 == quote } % 2 == 0 }
  }
}
