import InventoryModel
import Knowledge

/// Lines of a server's file of settings, and words of its command line.
struct SettingsText {
  let names: InfrastructureVocabulary.SettingNames
  private(set) var settings: [SettingRecord] = []
  private(set) var users: [ACLUser] = []
  /// Where passwords are written out, by what holds them.
  private(set) var secrets: [(what: String, place: SourcePlace)] = []
  private let variables: InfrastructureVocabulary.VariableNames

  init(_ vocabulary: InfrastructureVocabulary) {
    names = vocabulary.settings
    variables = vocabulary.variables
  }

  /// Takes a line of a file of settings.
  mutating func take(line: Substring, at place: SourcePlace) {
    let line = line.trimmed
    guard let first = line.first, first != "#" else { return }
    take(SettingsText.words(line), at: place)
  }

  /// Takes a setting by its words: its name, then its values.
  mutating func take(_ words: [String], at place: SourcePlace) {
    guard let name = words.first?.lowercased(), words.count > 1 else { return }
    if name == "sentinel", words.count > 3, words[1].lowercased() == "auth-pass" {
      return take(["sentinel-pass", words[3]], at: place)
    }
    guard names.known.contains(name) else { return }
    let values = words.dropFirst().map { Interpolation.resolved($0) }
    if name == "user" {
      takeUser(Array(values), at: place)
    } else if names.secret.contains(name) {
      if variables.isPassword(values[0]) { secrets.append((name, place)) }
      settings.append(SettingRecord(name: name, value: "***", place: place))
    } else {
      let value = values.map { $0.isEmpty ? "\"\"" : $0 }.joined(separator: " ")
      settings.append(SettingRecord(name: name, value: value, place: place))
    }
  }

  /// Takes the name and rules of a user.
  mutating func takeUser(_ words: [String], at place: SourcePlace) {
    guard let name = words.first else { return }
    var rules: [String] = []
    for word in words.dropFirst() {
      guard let sign = word.first, "><#!".contains(sign) else {
        rules.append(word)
        continue
      }
      rules.append("\(sign)***")
      if sign == ">", variables.isPassword(word.dropFirst()) { secrets.append(("password of the user \(name)", place)) }
    }
    users.append(ACLUser(name: name, rules: rules, place: place))
  }

  /// Takes what follows a server's program on a command line; gives the file of settings that it names.
  mutating func take(arguments: [String], at place: SourcePlace) -> String? {
    var file: String?
    var setting: [String] = []
    for (number, word) in arguments.enumerated() {
      if word.hasPrefix("--") {
        take(setting, at: place)
        setting = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      } else if number == 0, !word.isEmpty, !word.hasPrefix("-") {
        file = word
      } else if !setting.isEmpty {
        setting.append(word)
      }
    }
    take(setting, at: place)
    return file
  }

  /// The words of a line, with quotes taken off.
  static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      switch (quote, character) {
      case (nil, "\""), (nil, "'"):
        quote = character
        word = word ?? ""
      case (let open?, _) where open == character: quote = nil
      case (nil, _) where character.isWhitespace:
        if let finished = word { words.append(finished) }
        word = nil
      default:
        if word == nil { word = "" }
        word?.append(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
