/// Writes one file name pattern as a regular expression.
struct GlobTranslation {
  /// What a pattern means.
  struct Meaning {
    /// Whether it can begin in any folder, not only in the root.
    let isAnywhere: Bool
    /// From the beginning of a name to the end of one.
    let regex: String
  }

  private let glob: String
  private let characters: [Character]
  private var index = 0
  private var depth = 0

  init(_ glob: String) {
    self.glob = glob
    characters = Array(glob)
  }

  func meaning() throws(GlobError) -> Meaning {
    var translation = self
    return try translation.translate()
  }

  private mutating func translate() throws(GlobError) -> Meaning {
    guard !characters.isEmpty else { throw GlobError(glob: glob, message: "it is empty") }
    var isFolder = characters.last == "/"
    var body = characters[...]
    if isFolder { body.removeLast() }
    var isAnywhere = !body.contains("/")
    if body.starts(with: ["." as Character, "/"]) {
      body.removeFirst(2)
    } else if body.first == "/" {
      body.removeFirst()
    }
    let stars: [Character] = ["*", "*"]
    if body.starts(with: stars + ["/"]), body.count > 3 {
      body.removeFirst(3)
      isAnywhere = true
    }
    if !isFolder, body.suffix(3) == (["/"] + stars)[...], body.count > 3, body.dropLast(3).last != "\\" {
      body.removeLast(3)
      isFolder = true
    }
    index = body.startIndex
    var result = ""
    while index < body.endIndex { result += try next(in: body) }
    guard depth == 0 else { throw GlobError(glob: glob, message: "'{' is never closed") }
    return Meaning(isAnywhere: isAnywhere, regex: result + (isFolder ? "/" : "(?:/|$)"))
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

  /// What has a meaning of its own in a regular expression.
  private static let special = Array(".^$|()[]{}*+?\\#".utf8)

  private static func quoted(_ character: Character) -> String {
    guard let byte = character.asciiValue, special.contains(byte) else { return String(character) }
    return "\\\(character)"
  }
}
