/// Writes one file name pattern as a regular expression.
struct GlobTranslation {
  private let glob: String
  private let characters: [Character]
  private var index = 0
  private var depth = 0

  init(_ glob: String) {
    self.glob = glob
    characters = Array(glob)
  }

  func regex() throws(GlobError) -> String {
    var translation = self
    return try translation.translate()
  }

  private mutating func translate() throws(GlobError) -> String {
    guard !characters.isEmpty else { throw GlobError(glob: glob, message: "it is empty") }
    let isFolder = characters.last == "/"
    var body = characters[...]
    if isFolder { body.removeLast() }
    let isAnchored = body.contains("/")
    if body.starts(with: ["." as Character, "/"]) {
      body.removeFirst(2)
    } else if body.first == "/" {
      body.removeFirst()
    }
    index = body.startIndex
    var result = isAnchored ? "" : "(?:.*/)?"
    while index < body.endIndex { result += try next(in: body) }
    guard depth == 0 else { throw GlobError(glob: glob, message: "'{' is never closed") }
    return result + (isFolder ? "/.*" : "(?:/.*)?")
  }

  private mutating func next(in body: ArraySlice<Character>) throws(GlobError) -> String {
    let character = body[index]
    index += 1
    switch character {
    case "*": return stars(in: body)
    case "?": return "[^/]"
    case "[": return try choice(in: body)
    case "{":
      depth += 1
      return "(?:"
    case "}" where depth > 0:
      depth -= 1
      return ")"
    case "," where depth > 0: return "|"
    case "\\" where index < body.endIndex:
      index += 1
      return GlobTranslation.quoted(body[index - 1])
    default: return GlobTranslation.quoted(character)
    }
  }

  /// `**/` is any folders, `**` anything, `*` anything within a folder.
  private mutating func stars(in body: ArraySlice<Character>) -> String {
    guard index < body.endIndex, body[index] == "*" else { return "[^/]*" }
    while index < body.endIndex, body[index] == "*" { index += 1 }
    guard index < body.endIndex, body[index] == "/" else { return ".*" }
    index += 1
    return "(?:.*/)?"
  }

  private mutating func choice(in body: ArraySlice<Character>) throws(GlobError) -> String {
    guard let end = body[index...].dropFirst().firstIndex(of: "]") else {
      throw GlobError(glob: glob, message: "'[' is never closed")
    }
    var members = body[index..<end]
    index = end + 1
    let isNegated = members.first == "!" || members.first == "^"
    if isNegated { members.removeFirst() }
    let escaped = members.map { "\\[]^&".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    return "(?!/)[\(isNegated ? "^" : "")\(escaped)]"
  }

  private static func quoted(_ character: Character) -> String {
    ".^$|()[]{}*+?\\#".contains(character) ? "\\\(character)" : "\(character)"
  }
}
