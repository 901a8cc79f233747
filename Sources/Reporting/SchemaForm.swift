/// Puts JSON Schemas together.
enum SchemaForm {
  /// A member's name, what it means, and its type.
  typealias Member = (name: String, meaning: String, type: JSONValue)

  /// A whole schema.
  /// - Parameter optional: names of members that need not be there.
  static func document(
    _ title: String, _ description: String, members: [Member], definitions: [(String, [Member])],
    optional: Set<String> = []
  ) -> JSONValue {
    .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
        ("description", .string(description)),
      ] + parts(of: object(members, optional))
        + [("$defs", .object(definitions.map { ($0.0, object($0.1, optional)) }))])
  }

  private static func object(_ members: [Member], _ optional: Set<String>) -> JSONValue {
    .object([
      ("type", .string("object")),
      ("required", .strings(members.map(\.name).filter { !optional.contains($0) })),
      (
        "properties",
        .object(
          members.map { member in
            let meaning: [(String, JSONValue)] =
              member.meaning.isEmpty ? [] : [("description", .string(member.meaning))]
            return (member.name, .object(parts(of: member.type) + meaning))
          })
      ),
    ])
  }

  private static func parts(of value: JSONValue) -> [(String, JSONValue)] {
    if case .object(let members) = value { members } else { [] }
  }

  // MARK: Types

  static let anyText = type("string")
  static let optionalText = types("string", "null")
  static let integer = type("integer")
  static let optionalInteger = types("integer", "null")
  static let optionalNumber = types("number", "null")
  static let boolean = type("boolean")
  static let optionalBoolean = types("boolean", "null")
  static let texts = list(type("string"))

  static func type(_ name: String) -> JSONValue { .object([("type", .string(name))]) }
  static func types(_ names: String...) -> JSONValue { .object([("type", .strings(names))]) }
  static func list(_ element: JSONValue) -> JSONValue { .object([("type", .string("array")), ("items", element)]) }
  static func reference(_ name: String) -> JSONValue { .object([("$ref", .string("#/$defs/\(name)"))]) }
  static func choice(_ names: [String]) -> JSONValue { .object([("enum", .strings(names))]) }
}
