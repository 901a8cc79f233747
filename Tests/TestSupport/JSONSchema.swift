import Foundation

/// Checks JSON against a JSON schema, as far as our own schemas and SARIF's use the language; a keyword that is not
/// known here is a problem, so that nothing is passed over.
package struct JSONSchema {
  private let root: [String: Any]
  private static let notes: Set = [
    "$schema", "$id", "id", "title", "description", "default", "definitions", "$defs", "format", "$comment", "examples",
  ]

  package init(_ text: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a JSON text, each with the place in it.
  package func problems(in text: String) throws -> [String] {
    problems(try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed), root, "$")
  }

  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String { return problems(value, resolved(reference), path) }
    return schema.keys.sorted().filter { !JSONSchema.notes.contains($0) }.flatMap { keyword -> [String] in
      switch keyword {
      case "properties", "additionalProperties":
        keyword == "properties" || schema["properties"] == nil
          ? members(value, schema, path) : []
      case "items": elements(value, schema, path)
      case "anyOf", "oneOf": alternatives(value, schema, keyword, path)
      default: holds(keyword, schema, value).map { $0 ? [] : ["\(path): \(keyword)"] } ?? ["unknown keyword \(keyword)"]
      }
    }
  }

  private func resolved(_ reference: String) -> [String: Any] {
    reference.split(separator: "/").dropFirst().reduce(root as Any) { node, name in
      (node as? [String: Any])?[String(name)] ?? ["unresolved": reference]
    } as? [String: Any] ?? [:]
  }

  private func members(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    let properties = schema["properties"] as? [String: Any] ?? [:]
    return object.keys.sorted().flatMap { name -> [String] in
      let place = "\(path).\(name)"
      if let property = properties[name] as? [String: Any] { return problems(object[name] as Any, property, place) }
      if let other = schema["additionalProperties"] as? [String: Any] {
        return problems(object[name] as Any, other, place)
      }
      return schema["additionalProperties"] as? Bool == false ? ["\(place): not allowed"] : []
    }
  }

  private func elements(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    guard let list = value as? [Any], let element = schema["items"] as? [String: Any] else { return [] }
    return list.enumerated().flatMap { problems($0.element, element, "\(path)[\($0.offset)]") }
  }

  private func alternatives(_ value: Any, _ schema: [String: Any], _ keyword: String, _ path: String) -> [String] {
    let results = (schema[keyword] as? [[String: Any]] ?? []).map { problems(value, $0, path) }
    let met = results.count(where: \.isEmpty)
    return (keyword == "anyOf" ? met > 0 : met == 1) ? [] : ["\(path): \(met) of \(keyword)"] + results.joined()
  }

  /// Whether a keyword that asks no further schema holds; nil for one that is not known.
  private func holds(_ keyword: String, _ schema: [String: Any], _ value: Any) -> Bool? {
    switch keyword {
    case "type":
      let types = schema[keyword] as? [String] ?? [schema[keyword] as? String ?? ""]
      return types.contains { JSONSchema.isOf($0, value) }
    case "required":
      guard let object = value as? [String: Any] else { return true }
      return (schema[keyword] as? [String] ?? []).allSatisfy { object[$0] != nil }
    case "enum": return (schema[keyword] as? [Any] ?? []).contains { ($0 as? NSObject) == (value as? NSObject) }
    case "const": return (schema[keyword] as? NSObject) == (value as? NSObject)
    case "minimum": return number(value).map { $0 >= number(schema[keyword]) ?? 0 } ?? true
    case "maximum": return number(value).map { $0 <= number(schema[keyword]) ?? 0 } ?? true
    case "minItems": return (value as? [Any]).map { Double($0.count) >= number(schema[keyword]) ?? 0 } ?? true
    case "uniqueItems": return (value as? [NSObject]).map { Set($0).count == $0.count } ?? true
    case "pattern":
      guard let text = value as? String, let pattern = schema[keyword] as? String else { return true }
      return text.range(of: pattern, options: .regularExpression) != nil
    default: return nil
    }
  }

  private func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "integer": !isBoolean(value) && (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } == true
    case "number": !isBoolean(value) && value is NSNumber
    default: false
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return unsafe ["c", "B"].contains(String(cString: number.objCType))
  }
}
