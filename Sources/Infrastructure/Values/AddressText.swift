import InventoryModel
import Knowledge

/// The address of a server, taken out of a text and made free of credentials.
///
/// The one reader of addresses: what reports show of one, and what they hide of a line, both come from here.
struct AddressText: Hashable {
  /// `***` stands for user and password.
  var shown: String
  var scheme: String
  /// Nil where it is not literal.
  var host: String?
  var port: Int?
  var database: Int?
  /// The password that is written out in it.
  var password: Substring?
  /// What no report may show: users with their passwords, and passwords after the `?`.
  private(set) var hidden: [Substring] = []
  /// Where it begins in its text, in code points from 0.
  private(set) var offset = 0

  /// The addresses of servers in a text, in order.
  static func all(in text: String, _ names: InfrastructureVocabulary.VariableNames) -> [AddressText] {
    every(in: text, names).filter { names.schemes.contains($0.scheme) }
  }

  /// The addresses in a text, whatever their schemes.
  static func every(in text: String, _ names: InfrastructureVocabulary.VariableNames) -> [AddressText] {
    var found: [AddressText] = []
    var rest = text[...]
    while let mark = rest.firstRange(ofText: "://") {
      let head = rest[..<mark.lowerBound]
      let start = head.lastIndex { !isSchemeCharacter($0) }.map { head.index(after: $0) } ?? head.startIndex
      let end = end(of: rest[mark.upperBound...])
      if var address = AddressText(
        scheme: head[start...].lowercased(), rest[mark.upperBound..<end], names)
      {
        address.offset = text.unicodeScalars.distance(from: text.startIndex, to: start)
        found.append(address)
      }
      rest = text[end...]
    }
    return found
  }

  private init?(scheme: String, _ text: Substring, _ names: InfrastructureVocabulary.VariableNames) {
    let pathStart = Self.lastSign(of: text).map { text.index(after: $0) } ?? text.startIndex
    let authorityEnd = text[pathStart...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? text.endIndex
    let authority = text[..<authorityEnd]
    guard !authority.isEmpty else { return nil }
    self.scheme = scheme
    var hosts: [String] = []
    for (number, part) in Self.parts(of: authority).enumerated() {
      let at = part.lastIndex(of: "@")
      if let at {
        let secret = part[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        if !secret.isEmpty, password == nil { password = secret }
        hidden.append(part[..<at])
      }
      let (name, written) = AddressText.split(at.map { part[part.index(after: $0)...] } ?? part)
      if number == 0 {
        host = name.contains("{}") || name.isEmpty ? nil : name
        port = written.flatMap { Int($0) }
      }
      let shownPort = written.map { Int($0) == nil ? ":{}" : ":\($0)" } ?? ""
      hosts.append((at == nil ? "" : "***@") + name + shownPort)
    }
    let path = text[authorityEnd...].prefix { $0 != "?" && $0 != "#" }.dropFirst()
    database = Int(path)
    for parameter in text[authorityEnd...].drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
      let pair = parameter.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, VariableName(pair[0], names).isSecret else { continue }
      hidden.append(pair[1])
      password = password ?? pair[1]
    }
    shown = "\(scheme)://\(hosts.joined(separator: ","))" + (database.map { "/\($0)" } ?? (path.isEmpty ? "" : "/{}"))
  }

  /// The last `@`, unless it belongs to what follows a `?`.
  private static func lastSign(of text: Substring) -> Substring.Index? {
    guard let sign = text.lastIndex(of: "@") else { return nil }
    guard let query = text[..<sign].firstIndex(of: "?"), text[query..<sign].contains("=") else { return sign }
    return text[..<query].lastIndex(of: "@")
  }

  /// The hosts of an address that names several; a comma before an `@` without a host is part of a password.
  private static func parts(of authority: Substring) -> [Substring] {
    guard let first = authority.firstIndex(of: "@"), let last = authority.lastIndex(of: "@"),
      authority[..<first].contains(",")
    else { return authority.split(separator: ",") }
    let end = authority[last...].firstIndex(of: ",") ?? authority.endIndex
    return [authority[..<end]] + authority[end...].split(separator: ",")
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

  /// Where an address ends: a password may hold what ends an address without one.
  private static func end(of text: Substring) -> Substring.Index {
    let outer = text.firstIndex { $0.isWhitespace || "\"'`<>".contains($0) } ?? text.endIndex
    guard let inner = text[..<outer].firstIndex(where: { "|)\\;".contains($0) }) else { return outer }
    guard let sign = text[inner..<outer].lastIndex(of: "@"), text[inner..<outer].firstRange(ofText: "://") == nil else {
      return inner
    }
    return text[sign..<outer].firstIndex { "|)\\;".contains($0) } ?? outer
  }
}
