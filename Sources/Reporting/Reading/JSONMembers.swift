import InventoryModel

/// A value of a report that is read, with the way to it, which errors name: `operations[3].line`.
struct JSONPlace {
  let value: JSONValue
  let path: String

  func wrong(_ expected: String) -> ReportReadingError { ReportReadingError(path: path, message: expected) }

  func string() throws(ReportReadingError) -> String {
    guard case .string(let text) = value else { throw wrong("a text is expected") }
    return text
  }

  func integer() throws(ReportReadingError) -> Int {
    guard case .integer(let number) = value else { throw wrong("a whole number is expected") }
    return number
  }

  func number() throws(ReportReadingError) -> Double {
    switch value {
    case .number(let number): return number
    case .integer(let number): return Double(number)
    default: throw wrong("a number is expected")
    }
  }

  func bool() throws(ReportReadingError) -> Bool {
    guard case .bool(let value) = value else { throw wrong("true or false is expected") }
    return value
  }

  /// One of the texts of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) throws(ReportReadingError) -> Choice {
    let text = try string()
    guard let choice = Choice(rawValue: text) else {
      throw wrong("'\(text.prefix(60))' is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  func list<Element>(
    _ read: (JSONPlace) throws(ReportReadingError) -> Element
  ) throws(ReportReadingError) -> [Element] {
    guard case .array(let elements) = value else { throw wrong("a list is expected") }
    var list: [Element] = []
    list.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      list.append(try read(JSONPlace(value: element, path: "\(path)[\(index)]")))
    }
    return list
  }

  func strings() throws(ReportReadingError) -> [String] {
    try list { element throws(ReportReadingError) in try element.string() }
  }

  /// Nothing for null, else what is read.
  func optional<Value>(_ read: (JSONPlace) throws(ReportReadingError) -> Value) throws(ReportReadingError) -> Value? {
    if case .null = value { return nil }
    return try read(self)
  }

  /// The members of an object, which has exactly those required, and may have the optional ones.
  func members(_ required: [String], optional: [String] = []) throws(ReportReadingError) -> JSONMembers {
    guard case .object(let entries) = value else { throw wrong("an object is expected") }
    var members: [String: JSONValue] = [:]
    for (name, value) in entries {
      guard required.contains(name) || optional.contains(name) else {
        let hint = NearestName.hint(for: String(name.prefix(60)), in: required + optional)
        throw wrong("unknown member '\(name.prefix(60))'\(hint)")
      }
      guard members.updateValue(value, forKey: name) == nil else { throw wrong("'\(name)' is there twice") }
    }
    for name in required where members[name] == nil { throw wrong("'\(name)' is missing") }
    return JSONMembers(members: members, path: path)
  }
}

/// The members of an object that is read; which there are has been checked.
struct JSONMembers {
  fileprivate let members: [String: JSONValue]
  fileprivate let path: String

  /// A member; null where an optional one is not there.
  subscript(_ name: String) -> JSONPlace {
    JSONPlace(value: members[name] ?? .null, path: path.isEmpty ? name : "\(path).\(name)")
  }
}

/// Why a text is no report.
package struct ReportReadingError: Error, Hashable, CustomStringConvertible {
  /// The way to what is wrong: `operations[3].line`, or `line 4, column 2` where the text is no JSON.
  package let path: String
  package let message: String

  package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
