import Knowledge

/// The address of a server, taken out of a text and made free of credentials.
struct AddressText: Hashable {
  /// `***` stands for user and password.
  var shown: String
  var scheme: String
  /// Nil where it is not literal.
  var host: String?
  var port: Int?
  var database: Int?
  /// Whether a password is written out in it.
  var password: Substring?

  /// The addresses in a text, in order, with the offset of each in code points.
  static func all(in text: String, _ names: InfrastructureVocabulary.VariableNames) -> [(AddressText, offset: Int)] {
    var found: [(AddressText, offset: Int)] = []
    var rest = text[...]
    while let mark = rest.firstRange(ofText: "://") {
      let head = rest[..<mark.lowerBound]
      let start = head.lastIndex { !isSchemeCharacter($0) }.map { head.index(after: $0) } ?? head.startIndex
      let tail = rest[mark.upperBound...]
      let end = tail.firstIndex(where: isEnd) ?? tail.endIndex
      let scheme = String(head[start...]).lowercased()
      if names.schemes.contains(scheme), let address = AddressText(scheme: scheme, tail[..<end]) {
        found.append((address, text.unicodeScalars.distance(from: text.startIndex, to: start)))
      }
      rest = text[end...]
    }
    return found
  }

  private init?(scheme: String, _ text: Substring) {
    let pathStart = text.lastIndex(of: "@").map { text.index(after: $0) } ?? text.startIndex
    let authorityEnd = text[pathStart...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? text.endIndex
    let authority = text[..<authorityEnd]
    guard !authority.isEmpty else { return nil }
    self.scheme = scheme
    var hosts: [String] = []
    for (number, part) in authority.split(separator: ",").enumerated() {
      let at = part.lastIndex(of: "@")
      if let at {
        let secret = part[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        if !secret.isEmpty, password == nil { password = secret }
      }
      let location = at.map { part[part.index(after: $0)...] } ?? part
      let (name, number_) = AddressText.split(location)
      if number == 0 {
        host = name.contains("{}") || name.isEmpty ? nil : name
        port = number_.flatMap { Int($0) }
      }
      let shownPort = number_.map { Int($0) == nil ? ":{}" : ":\($0)" } ?? ""
      hosts.append((at == nil ? "" : "***@") + name + shownPort)
    }
    let path = text[authorityEnd...].prefix { $0 != "?" && $0 != "#" }.dropFirst()
    database = Int(path)
    let query = text[authorityEnd...].drop { $0 != "?" }
    if query.contains("password="), let value = query.components(after: "password=") { password = value }
    shown = "\(scheme)://\(hosts.joined(separator: ","))" + (database.map { "/\($0)" } ?? (path.isEmpty ? "" : "/{}"))
  }

  private static func split(_ location: Substring) -> (String, Substring?) {
    if location.hasPrefix("["), let close = location.firstIndex(of: "]") {
      let rest = location[location.index(after: close)...]
      return (String(location[...close]), rest.hasPrefix(":") ? rest.dropFirst() : nil)
    }
    guard let colon = location.lastIndex(of: ":") else { return (String(location), nil) }
    return (String(location[..<colon]), location[location.index(after: colon)...])
  }

  private static func isSchemeCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
  }

  private static func isEnd(_ character: Character) -> Bool {
    character.isWhitespace || "\"'`<>|)\\;".contains(character)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The first place of a text in this one.
  func firstRange(ofText text: String) -> Range<Index>? {
    guard let first = text.first else { return nil }
    var start = startIndex
    while let candidate = self[start...].firstIndex(of: first) {
      if self[candidate...].hasPrefix(text) { return candidate..<index(candidate, offsetBy: text.count) }
      start = index(after: candidate)
    }
    return nil
  }

  /// What follows a mark, up to the next `&`.
  func components(after mark: String) -> Substring? {
    guard let range = firstRange(ofText: mark) else { return nil }
    let value = self[range.upperBound...].prefix { $0 != "&" && $0 != "," && $0 != ";" }
    return value.isEmpty ? nil : value
  }
}
