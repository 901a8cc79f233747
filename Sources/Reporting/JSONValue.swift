/// A JSON value whose members keep their order, so that equal reports are equal bytes.
enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A text, or null.
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
  static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The value on one line.
  var compact: String {
    var output = ""
    write(to: &output, indentation: nil)
    return output
  }

  /// The value on many lines, two spaces a level; what holds no other list or object stays on one line.
  var pretty: String {
    var output = ""
    write(to: &output, indentation: 0)
    return output
  }

  private func write(to output: inout String, indentation: Int?) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .number(let value): JSONValue.write(value, to: &output)
    case .string(let text): JSONValue.write(text, to: &output)
    case .array(let elements):
      let depth = isFlat ? nil : indentation
      JSONValue.write(elements, between: ("[", "]"), indentation: depth, to: &output) { element, output, depth in
        element.write(to: &output, indentation: depth)
      }
    case .object(let members):
      JSONValue.write(members, between: ("{", "}"), indentation: indentation, to: &output) { member, output, depth in
        JSONValue.write(member.0, to: &output)
        output += depth == nil ? ":" : ": "
        member.1.write(to: &output, indentation: depth)
      }
    }
  }

  /// Whether it is a list of texts and numbers alone.
  private var isFlat: Bool {
    guard case .array(let elements) = self else { return false }
    return elements.allSatisfy {
      switch $0 {
      case .array, .object: false
      default: true
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), indentation: Int?, to output: inout String,
    _ write: (Element, inout String, Int?) -> Void
  ) {
    output += brackets.0
    for (index, element) in elements.enumerated() {
      if index > 0 { output += "," }
      if let indentation { output += "\n" + String(repeating: "  ", count: indentation + 1) }
      write(element, &output, indentation.map { $0 + 1 })
    }
    if let indentation, !elements.isEmpty { output += "\n" + String(repeating: "  ", count: indentation) }
    output += brackets.1
  }

  private static func write(_ value: Double, to output: inout String) {
    if let integer = Int(exactly: value) {
      output += String(integer)
    } else {
      output += value.isFinite ? value.description : "null"
    }
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    if text.utf8.allSatisfy(isPlain) { output += text } else { writeEscaped(text, to: &output) }
    output += "\""
  }

  /// Whether a byte is written as it is, whatever it is part of: what is escaped beyond ASCII begins with one of two.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0xC2, 0xE2: false
    default: byte >= 0x20 && byte != 0x7F
    }
  }

  private static func writeEscaped(_ text: String, to output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
  }
}

extension JSONValue {
  /// The program that made a report.
  static func tool(_ version: String) -> JSONValue {
    .object([("name", .string("redis-inventory")), ("version", .string(version))])
  }
}
