import InventoryModel
import Testing

/// A call stands where its callee's naming token stands.
struct PositionTests {
  @Test("calls of a chain over several lines stand at their own names", arguments: Dialect.allCases)
  func chains(dialect: Dialect) throws {
    let places = calls(in: try Reader(dialect).facts(of: chain(dialect)))
    let first = dialect == .go ? 3 : 1
    let isTrailing = dialect == .go
    #expect(places["first"] == SourcePosition(line: first, column: 10))
    #expect(places["second"] == SourcePosition(line: first + 1, column: isTrailing ? 3 : 4))
    #expect(places["third"] == SourcePosition(line: first + 4, column: isTrailing ? 5 : 6))
  }

  @Test("text of several bytes a character moves no columns", arguments: Dialect.allCases)
  func columns(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    let plain = calls(in: reader.facts(of: oneLine(dialect, "abcdef")))
    let wide = calls(in: reader.facts(of: oneLine(dialect, "é日本😀\u{301}x")))
    #expect(plain["hold"] != nil)
    #expect(plain == wide)
  }

  @Test("a byte order mark moves no columns", arguments: Dialect.allCases)
  func byteOrderMark(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    let source = oneLine(dialect, "a")
    #expect(calls(in: reader.facts(of: "\u{FEFF}" + source)) == calls(in: reader.facts(of: source)))
  }

  @Test("lines end at a line feed, with or without a carriage return", arguments: Dialect.allCases)
  func lineEnds(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    let source = chain(dialect)
    let changed = source.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(calls(in: reader.facts(of: source)) == calls(in: reader.facts(of: changed)))
  }

  /// A chain of three calls: of the second, the arguments go over two lines.
  private func chain(_ dialect: Dialect) -> String {
    switch dialect {
    case .go:
      "package p\nfunc f() {\nx = conn.first(1).\n  second(2,\n\n  3).\n    third(4)\n}\n"
    case .python: "x = conn.first(1) \\\n  .second(2,\n\n  3) \\\n    .third(4)\n"
    default:
      "x = conn.first(1)\n  .second(2,\n\n  3)\n    .third(4)\n".replacing(".", with: dialect == .lua ? ":" : ".")
    }
  }

  private func oneLine(_ dialect: Dialect, _ text: String) -> String {
    switch dialect {
    case .go: "package p; func f() { x = \"\(text)\"; conn.hold(1) }\n"
    default: "x = \"\(text)\"; conn.hold(1)\n"
    }
  }

  /// Name of a called member → where the call stands; the member itself must stand there too.
  private func calls(in facts: FileFacts) -> [String: SourcePosition] {
    var places: [String: SourcePosition] = [:]
    for expression in facts.expressions {
      guard case .call(let callee, _) = expression.kind, case .member(_, let name) = facts[callee].kind else {
        continue
      }
      #expect(facts[callee].position == expression.position)
      places[name] = expression.position
    }
    return places
  }
}
