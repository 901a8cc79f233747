import FrontEnd
import Testing

/// What is taken out of Swift source before it is parsed.
struct SwiftSourceTests {
  @Test(
    "one word of two stays before a call, and names that begin like it are left alone",
    arguments: [
      ("x = try await f()", "x =     await f()"), ("x = try? await f()", "x = try?       f()"),
      ("x = try? awaitReply(y)", "x = try? awaitReply(y)"), ("x = try awaitReply(y)", "x = try awaitReply(y)"),
      ("x = try! await_2(y)", "x = try! await_2(y)"), ("x = retry await", "x = retry await"),
    ])
  func prepares(source: String, prepared: String) throws {
    let bytes = try Dialect.swift.frontEnd().prepared(Array(source.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == prepared)
  }

  @Test(
    "directives are blanked, and of branches that open unlike the first is left",
    arguments: [
      ("#if A\nf()\n#else\ng()\n#endif\n", "     \nf()\n     \ng()\n      \n"),
      ("#if A\nif a {\n#else\nif b {\n#endif\n}\n", "     \nif a {\n     \n      \n      \n}\n"),
      ("#if A\n}\n{\n#else\nb\n#endif\n", "     \n}\n{\n     \n \n      \n"),
      (
        "#if A\n#if B\nif a {\n#else\nif b {\n#endif\n}\n#else\nc\n#endif\n",
        "     \n     \nif a {\n     \n      \n      \n}\n     \nc\n      \n"
      ),
      (
        "#if A\nif a {\n#else\n#if B\nb\n#endif\nif c {\n#endif\n}\n",
        "     \nif a {\n     \n     \n \n      \n      \n      \n}\n"
      ),
      ("#endif\n#else\n#if A\na {\n#endif\n", "      \n     \n     \na {\n      \n"),
    ])
  func blanksDirectives(source: String, prepared: String) throws {
    let bytes = try Dialect.swift.frontEnd().prepared(Array(source.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == prepared)
  }

  @Test(
    "conditions nested 20,000 deep cost what as many beside each other do",
    arguments: ["{\n", "{\n#else\n", "a\n"])
  func nestedConditions(inner: String) throws {
    let frontEnd = try Dialect.swift.frontEnd()
    let count = 20_000
    let begin = "#if A\n" + inner
    let nested = String(repeating: begin, count: count) + String(repeating: "#endif\n", count: count)
    let flat = String(repeating: begin + "#endif\n", count: count)
    let clock = ContinuousClock()
    let flatTime = clock.measure { _ = frontEnd.prepared(Array(flat.utf8)) }
    let nestedTime = clock.measure { _ = frontEnd.prepared(Array(nested.utf8)) }
    #expect(nestedTime < flatTime * 10 + .milliseconds(100))
  }
}
