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
}
