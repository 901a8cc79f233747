import InventoryModel

/// Reads annotations from their text, whether they stand in the source as expressions or inside strings.
struct PythonTypeParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private static let maximumDepth = 40

  /// The type that a text writes; nothing for `None` alone and for what is no type.
  static func parse(_ text: String) -> TypeReference? {
    var parser = PythonTypeParser(bytes: Array(text.utf8))
    return parser.union()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// `A | B`, without `None`.
  private mutating func union() -> TypeReference? {
    guard depth < PythonTypeParser.maximumDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    var members: [TypeReference] = []
    repeat {
      if let member = primary() { members.append(member) }
    } while take("|")
    return PythonTypeParser.either(members)
  }

  private static func either(_ members: [TypeReference]) -> TypeReference? {
    members.count > 1 ? .either(members) : members.first
  }

  private mutating func primary() -> TypeReference? {
    skipSpace()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
    case UInt8(ascii: "("):
      let members = list(until: ")")
      return members.count > 1 ? .tuple(members) : members.first
    case UInt8(ascii: "["): return .tuple(list(until: "]"))
    case UInt8(ascii: "*"):
      index += 1
      return primary()
    default: return named()
    }
  }

  /// A dotted name with arguments in brackets; what is called, like `conlist(int)`, loses its arguments.
  private mutating func named() -> TypeReference? {
    var path: [String] = []
    repeat {
      skipSpace()
      let start = index
      while index < bytes.count, PythonTypeParser.isNamePart(bytes[index]) { index += 1 }
      guard index > start else { break }
      path.append(String(decoding: bytes[start..<index], as: UTF8.self))
    } while take(".")
    guard let name = path.last else { return nil }
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "(") { _ = list(until: ")") }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else {
      return name == "None" || name == "..." ? nil : .named(path, arguments: [])
    }
    if name == "Literal" {
      _ = list(until: "]")
      return .named(path, arguments: [])
    }
    return generic(path, name, list(until: "]"))
  }

  private func generic(_ path: [String], _ name: String, _ arguments: [TypeReference]) -> TypeReference? {
    switch name {
    case "Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "InitVar":
      return arguments.first
    case "Union": return PythonTypeParser.either(arguments)
    case "tuple", "Tuple":
      if arguments.count == 2, arguments[1] == .named("...") { return .list(arguments[0]) }
      return .tuple(arguments)
    case "dict", "Dict":
      return arguments.count == 2 ? .map(arguments[0], arguments[1]) : .named(path, arguments: arguments)
    case "Callable" where !arguments.isEmpty:
      guard case .tuple(let parameters) = arguments[0] else {
        return .function([], result: arguments.dropFirst().first)
      }
      return .function(parameters, result: arguments.dropFirst().first)
    default: return .named(path, arguments: arguments)
    }
  }

  /// Types between a bracket and its counterpart.
  private mutating func list(until close: Character) -> [TypeReference] {
    index += 1
    var members: [TypeReference] = []
    while index < bytes.count {
      skipSpace()
      if take(close) { break }
      let start = index
      if take("...") {
        members.append(.named("..."))
      } else if let member = union() {
        members.append(member)
      }
      if !take(","), index == start { index = min(index + 1, bytes.count) }
    }
    return members
  }

  /// A forward reference: a type inside a string.
  private mutating func quoted() -> TypeReference? {
    let quote = bytes[index]
    let isTriple = bytes[index...].prefix(3).count == 3 && bytes[index...].prefix(3).allSatisfy { $0 == quote }
    index += isTriple ? 3 : 1
    let start = index
    while index < bytes.count, bytes[index] != quote { index += 1 }
    var inner = PythonTypeParser(bytes: Array(bytes[start..<index]))
    inner.depth = depth
    index = min(bytes.count, index + (isTriple ? 3 : 1))
    return inner.union()
  }

  private mutating func take(_ text: String) -> Bool {
    skipSpace()
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func take(_ character: Character) -> Bool { take(String(character)) }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x5C: index += 1
      case UInt8(ascii: "#"): while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      default: return
      }
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
