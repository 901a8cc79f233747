package import InventoryModel

/// The facts of a file as text: what is declared, then every scope with what happens in it in source order,
/// then every call where its naming token stands. The same facts give the same text.
///
/// A name that is bound to no symbol of the file is written `?name`; symbols that share their name are told apart
/// by number (`x#3`). Literal parts of a string that is put together begin with their place: `"⟨3:5⟩a{x}⟨3:9⟩b"`.
package func render(_ facts: FileFacts) -> String {
  let renderer = FactsRenderer(facts)
  let sections = [
    renderer.header, renderer.imports, renderer.exports, renderer.types, renderer.functions, renderer.guards,
    ScopeRenderer(renderer).lines, renderer.calls, renderer.comments,
  ]
  return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
}

/// Writes the sections that are lists; expressions and types are written by the extensions.
struct FactsRenderer {
  let facts: FileFacts
  private let sharedNames: Set<String>

  init(_ facts: FileFacts) {
    self.facts = facts
    let counts = facts.symbols.reduce(into: [String: Int]()) { $0[$1.name, default: 0] += 1 }
    sharedNames = Set(counts.filter { $0.value > 1 }.keys)
  }

  var header: [String] {
    var lines = ["file \(facts.path) (\(facts.language.rawValue))"]
    if let name = facts.packageName { lines.append("package \(name)") }
    if let text = facts.documentation { lines.append("documentation \(quoted(text))") }
    if facts.parseErrorCount > 0 { lines.append("parse errors \(facts.parseErrorCount)") }
    if !facts.isComplete { lines.append("incomplete") }
    return lines
  }

  var imports: [String] {
    section("imports", facts.imports.map { "\(text($0.position)) \(text($0))" })
  }

  var exports: [String] {
    section(
      "exports",
      facts.exports.map { export in
        let name = export.name ?? "(the module)"
        return switch export.source {
        case .value(let value): "\(name) = \(text(value))"
        case .imported(let id): "\(name) = import \(text(facts[id]))"
        }
      })
  }

  var guards: [String] {
    section(
      "guards",
      facts.guards.enumerated().flatMap { number, entry in
        ["\(text(entry.position)) guard#\(number)"]
          + entry.handlers.map { handler in
            let names = handler.catches.isEmpty ? "all" : handler.catches.joined(separator: ", ")
            return "  \(text(handler.position)) catches \(names)\(handler.rethrows ? ", rethrows" : "")"
          }
      })
  }

  var calls: [String] {
    let found = facts.expressions.enumerated().filter { _, expression in
      switch expression.kind {
      case .call, .construct: true
      default: false
      }
    }
    let ordered = found.sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
    return section(
      "calls",
      ordered.map { index, expression in
        "\(text(expression.position)) \(text(ExpressionID(index), isBrief: true))"
      })
  }

  var comments: [String] {
    section(
      "comments",
      facts.comments.map { "\(text($0.position)) \($0.isTrailing ? "trailing " : "")\(quoted($0.text))" })
  }

  func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines.map { "  " + $0 }
  }

  func text(_ position: SourcePosition) -> String { "\(position.line):\(position.column)" }

  func text(_ declaration: Import) -> String {
    var words = [String(repeating: ".", count: declaration.level) + declaration.module]
    if let member = declaration.member { words.append("member \(member)") }
    if declaration.isWildcard { words.append("all names") }
    if declaration.bindsFirstComponent { words.append("binds first component") }
    return words.joined(separator: " ")
  }

  /// A symbol's name, numbered when others have the same.
  func label(_ id: SymbolID) -> String {
    let name = facts[id].name
    return sharedNames.contains(name) ? "\(name)#\(id.index)" : name
  }

  /// Text on one line, in quotes.
  func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\"", "\\", "{", "}": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
