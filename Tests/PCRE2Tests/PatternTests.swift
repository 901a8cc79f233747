import PCRE2
import Testing

@Suite struct PatternTests {
  @Test func `a match has the ranges of its groups in bytes`() throws {
    let match = try #require(try Pattern("(?<key>[a-z]+):(\\d+)?").firstMatch(in: "é user:"))
    #expect(match.range == 3..<8)
    #expect(match[1] == 3..<7)
    #expect(match[2] == nil)
    #expect(match[3] == nil)
    #expect(match.groups.count == 3)
  }

  @Test func `a group is found by its name`() throws {
    let pattern = try Pattern("(a)(?<key>b)")
    #expect(pattern.group(named: "key") == 2)
    #expect(pattern.group(named: "other") == nil)
  }

  @Test func `options change what matches`() throws {
    #expect(try !Pattern("^b.c$").matches(in: "a\nB\nc"))
    #expect(try Pattern("^b.c$", options: [.caseInsensitive, .multiline, .dotMatchesNewline]).matches(in: "a\nB\nc"))
    #expect(try Pattern("a b # c", options: .extended).matches(in: "ab"))
    #expect(try !Pattern("b", options: .anchored).matches(in: "ab"))
    #expect(try Pattern("b", options: .anchored).firstMatch(in: "ab", from: 1)?.range == 1..<2)
    #expect(try !Pattern("^\\w$").matches(in: "é"))
    #expect(try Pattern("^\\w$", options: .unicodeClasses).matches(in: "é"))
    #expect(try Pattern("^..$", options: .bytes).matches(in: "é"))
  }

  @Test func `nothing is a subject too`() throws {
    #expect(try Pattern("^$").matches(in: [UInt8]()))
    #expect(try Pattern("").firstMatch(in: "")?.range == 0..<0)
    #expect(try !Pattern("a").matches(in: ""))
    #expect(try Pattern("a").firstMatch(in: "a", from: 2) == nil)
    #expect(try Pattern("a").firstMatch(in: "a", from: -1) == nil)
  }

  @Test func `bytes that are not text do no harm`() throws {
    let subject: [UInt8] = [0xFF, 0x61, 0xC3, 0x28, 0x62, 0x80]
    #expect(try Pattern("b").firstMatch(in: subject)?.range == 4..<5)
    #expect(try Pattern("a.+b").firstMatch(in: subject) == nil)
  }

  @Test func `all matches come from left to right, empty ones too`() throws {
    #expect(try Pattern("a|b").matches(of: "xaéb".utf8.span).map(\.range) == [1..<2, 4..<5])
    #expect(try Pattern("x*").matches(of: "éxx".utf8.span).map(\.range) == [0..<0, 2..<4, 4..<4])
  }

  @Test func `a wrong expression is an error with its place`() {
    do throws(PatternError) {
      _ = try Pattern("a(b")
      Issue.record("compiled")
    } catch {
      #expect(error.description == "regular expression 'a(b', byte 3: missing closing parenthesis")
    }
  }

  @Test func `a search that explodes ends without a match`() throws {
    let pattern = try Pattern("^(a+)+$")
    #expect(!pattern.matches(in: String(repeating: "a", count: 60) + "b"))
  }

  @Test func `a long subject does not exhaust the stack`() throws {
    #expect(try Pattern("^(?:a|b)*c").matches(in: String(repeating: "ab", count: 50_000) + "c"))
  }

  @Test func `one pattern serves many tasks`() async throws {
    let pattern = try Pattern("k(\\d+)")
    let results = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<1_000).allSatisfy { number in
            let subject = "task \(task) k\(number)"
            return pattern.firstMatch(in: subject)?[1]?.count == "\(number)".utf8.count
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results == Array(repeating: true, count: 8))
  }
}
