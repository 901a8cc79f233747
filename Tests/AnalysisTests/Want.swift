import InventoryModel

/// An operation that a fixture says stands on a line: `want HSET "user:{}"`.
struct Want: Hashable, CustomStringConvertible {
  let line: Int
  let command: String
  /// Empty where the fixture leaves the keys open.
  let keys: [String]

  var description: String { ([command] + keys.map { "\"\($0)\"" }).joined(separator: " ") }

  /// The key of an operation without one is its channel.
  func isMet(by operation: Operation) -> Bool {
    guard operation.place.line == line, operation.command == command else { return false }
    return keys.allSatisfy { operation.keyTemplates.contains($0) || operation.channel == $0 }
  }

  /// The wants of a comment's text, which may state several; none if it speaks of something else.
  static func read(_ text: Substring, line: Int) -> [Want] {
    let form = /want +(?<command>[^\s",]+(?: [^\s",]+)*?)(?<keys>(?: +"[^"]*")*)(?=\s*$|,| want |\s*\*\/)/
    return text.matches(of: form).map { match in
      let keys = match.output.keys.matches(of: /"([^"]*)"/).map { String($0.output.1) }
      return Want(line: line, command: String(match.output.command), keys: keys)
    }
  }
}
