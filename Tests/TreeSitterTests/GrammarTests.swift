import Testing
import TreeSitter

@Suite struct GrammarTests {
  @Test(arguments: Sample.allCases)
  func `every grammar fits the library`(sample: Sample) throws {
    #expect(try sample.grammar().name == sample.rawValue)
  }

  @Test func `a name becomes an id and back`() throws {
    let grammar = try Sample.python.grammar()
    #expect(try grammar.kindName(grammar.kind("call")) == "call")
    #expect(try grammar.kind("(", named: false) != grammar.kind("call"))
    #expect(try grammar.fieldName(grammar.field("function")) == "function")
    #expect(try grammar.kind("ERROR") == Grammar.errorKind)
    #expect(grammar.kindName(Grammar.errorKind) == "ERROR")
    #expect(grammar.kindName(60_000) == "kind 60000")
    #expect(grammar.fieldName(0) == nil)
  }

  @Test(arguments: [
    ("calls", true, "grammar 'python': no node of kind 'calls'"),
    ("call", false, "grammar 'python': no token of kind 'call'"),
    ("ERR", true, "grammar 'python': no node of kind 'ERR'"),
    ("", true, "grammar 'python': no node of kind ''"),
    ("expression", true, "grammar 'python': no node of kind 'expression'"),
  ])
  func `a kind that no node can have is an error`(name: String, named: Bool, message: String) throws {
    let grammar = try Sample.python.grammar()
    do throws(GrammarError) {
      _ = try grammar.kind(name, named: named)
      Issue.record("found")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func `a field that does not exist is an error`() throws {
    let grammar = try Sample.lua.grammar()
    #expect(throws: GrammarError.self) { try grammar.field("nothing") }
  }
}
