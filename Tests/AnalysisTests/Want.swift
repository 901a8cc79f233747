import InventoryModel

/// An operation that a fixture says stands on a line: `want HSET "user:{}"`.
struct Want: Hashable, CustomStringConvertible {
  let line: Int
  let command: String
  /// Nil where the fixture leaves the key open.
  let key: String?

  var description: String { key.map { "\(command) \"\($0)\"" } ?? command }

  /// The key of an operation without one is its channel.
  func isMet(by operation: Operation) -> Bool {
    guard operation.place.line == line, operation.command == command else { return false }
    guard let key else { return true }
    return operation.keyTemplates.contains(key) || operation.channel == key
  }

  /// The wants of a comment's text, which may state several; none if it speaks of something else.
  static func read(_ text: Substring, line: Int) -> [Want] {
    let form = /want +(?<command>[^\s",]+(?: [^\s",]+)*?)(?: +"(?<key>[^"]*)")?(?=\s*$|,| want |\s*\*\/)/
    return text.matches(of: form).map { match in
      Want(line: line, command: String(match.output.command), key: match.output.key.map(String.init))
    }
  }
}
