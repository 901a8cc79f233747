import InventoryModel
import TestSupport
import Testing

/// No source makes a front end trap, hang or give facts that contradict themselves.
struct RobustnessTests {
  @Test("an empty file has no facts", arguments: Dialect.allCases)
  func empty(dialect: Dialect) throws {
    let facts = try Reader(dialect).facts(of: [UInt8]())
    #expect(facts.expressions.isEmpty && facts.functions.isEmpty && facts.isComplete)
    #expect(facts.parseErrorCount == 0)
  }

  @Test("brackets nested 100,000 deep", arguments: Dialect.allCases)
  func deepBrackets(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
      let opened = "x = " + String(repeating: open, count: 100_000)
      check(opened, reader)
      check(opened + "1" + String(repeating: close, count: 100_000) + "\n", reader)
    }
  }

  @Test("calls and indices nested 20,000 deep", arguments: Dialect.allCases)
  func deepArguments(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    for (open, close) in [("f(", ")"), ("a.f(1, ", ")"), ("f(k=", ")"), ("a[", "]"), ("1 + (a * ", ")"), ("{a: ", "}")]
    {
      let opened = "x = " + String(repeating: open, count: 20_000)
      check(opened, reader)
      check(opened + "1" + String(repeating: close, count: 20_000) + "\n", reader)
    }
  }

  @Test("chains of many links", arguments: Dialect.allCases)
  func longChains(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    for link in [".b", ".b()", "()", "[0]", " + a", ", a"] {
      check("x = a" + String(repeating: link, count: 20_000) + "\n", reader)
    }
    for link in [" or a", " || a", " .. a", " ? a : a", " = a"] {
      check("x = a" + String(repeating: link, count: 1000) + "\n", reader)
    }
    for word in ["!", "-", "not ", "await ", "&", "*", "if a { ", "if a then ", "else if a {} ", "do ", "=> "] {
      check("x = " + String(repeating: word, count: 1000) + "a\n", reader)
      check(String(repeating: word, count: 1000), reader)
    }
  }

  @Test("bytes that are not UTF-8", arguments: Dialect.allCases)
  func invalidText(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    check(Array(0...255), reader)
    check((0..<5000).map { UInt8(truncatingIfNeeded: $0 * 7919 + $0 / 3) }, reader)
    check(Array("x = \"".utf8) + [0xFF, 0xC3, 0x28, 0xF0, 0x9F] + Array("\"\nf(\"\\".utf8), reader)
    check(Array("\u{FEFF}x = f(1)\r\ny\r = g(2)\u{2028}\u{0}z".utf8), reader)
  }

  @Test("a line of a megabyte", arguments: Dialect.allCases)
  func longLine(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    check(String(repeating: "a.b(\"é\", 1); ", count: 75_000), reader)
    check("x = \"" + String(repeating: "text \\n", count: 150_000) + "\"", reader)
    check("x = [" + String(repeating: "1, ", count: 330_000) + "]", reader)
  }

  @Test("sources cut off at every 97th byte", arguments: Dialect.allCases)
  func truncated(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    for path in dialect.fixtures where path.hasPrefix("Languages/") {
      let source = try Fixtures.bytes(path)
      for end in stride(from: 0, to: source.count, by: 97) {
        check(Array(source[..<end]), reader, "\(path) up to byte \(end)")
        check(Array(source[end...]), reader, "\(path) from byte \(end)")
      }
    }
  }

  @Test("sources of other languages", arguments: Dialect.allCases)
  func foreign(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    for other in Dialect.allCases where other != dialect {
      for path in other.fixtures.prefix(3) { check(try Fixtures.bytes(path), reader, "\(path)") }
    }
  }

  private func check(_ source: String, _ reader: Reader) {
    check(Array(source.utf8), reader, "\(source.prefix(24))…")
  }

  private func check(_ source: [UInt8], _ reader: Reader, _ name: String = "bytes") {
    #expect(reader.unsoundness(of: source) == [], "\(name)")
  }
}
