import Knowledge
import Rules
import Testing

struct CommandTableTests {
  @Test(arguments: [
    ("hset", "HSET"), ("hGetAll", "HGETALL"), ("script_load", "SCRIPT LOAD"), ("XGroupCreate", "XGROUP CREATE"),
    ("JSONSet", "JSON.SET"), ("EVAL_RO", "EVAL_RO"),
  ])
  func `a command is found as libraries spell it`(member: String, command: String) throws {
    #expect(try CommandTableTests.table().command(spelled: member)?.name == command)
  }

  @Test func `a row is read whole`() throws {
    let command = try #require(try CommandTableTests.table()["RENAME"])
    #expect(command.group == "generic")
    #expect(command.arity == 3)
    #expect(command.flags == ["write"])
    #expect(command.complexity == "O(1)")
    #expect(command.keys == .range(first: 1, last: 2, step: 1))
    #expect(
      command.keySpecifications == [
        KeySpecification(
          start: .position(1), extent: .range(last: 0, step: 1, limit: 0), access: .changes,
          effects: [.returnsValue, .deletes]),
        KeySpecification(
          start: .position(2), extent: .range(last: 0, step: 1, limit: 0), access: .overwrites, effects: .updates),
      ])
  }

  @Test(arguments: [
    ("SET", true), ("RENAME", true), ("SMOVE", true), ("XADD", true), ("ZRANGESTORE", true), ("DEL", false),
    ("EXPIRE", false), ("HPEXPIREAT", false), ("GETEX", false), ("HGETDEL", false), ("ZMPOP", false), ("XACK", false),
    ("XNACK", false), ("GET", false), ("FUNCTION LOAD", false),
  ])
  func `a command fills a key or does not`(command: String, fills: Bool) throws {
    #expect(try CommandTableTests.table()[command]?.fillsKey == fills)
  }

  @Test func `keys after a word and after a count`() throws {
    let table = try CommandTableTests.table()
    #expect(table["XREAD"]?.keySpecifications.first?.start == .after(word: "STREAMS", from: 1))
    #expect(table["EVAL"]?.keySpecifications.first?.extent == .counted(count: 0, first: 1, step: 1))
    #expect(table["EVAL"]?.keys == .movable)
    #expect(table["PING"]?.keys == Command.KeyPositions.none)
  }

  @Test(arguments: [
    ("get\tstring\t2\t\tO(1)\t1,1,1\t", "2:1", "upper case"),
    ("GET\tstring\ttwo\t\tO(1)\t1,1,1\t", "2:12", "the arity must be a number, not 'two'"),
    ("GET\tstring\t2\t\tO(1)\tfirst\t", "2:20", "not 'first'"),
    ("GET\tstring\t2\t\tO(1)\t1,1,1\t@1:circle(1):RO", "2:26", "'@1:circle(1):RO' is no key specification"),
    ("GET\tstring\t2", "2:12", "7 cells are expected, not 3"),
    ("GET\tstring\t2\t\tO(1)\t1,1,1\t\nGET\tstring\t2\t\tO(1)\t1,1,1\t", "3:1", "listed twice"),
  ])
  func `a mistake is told with its place`(rows: String, place: String, message: String) throws {
    let text = "name\tgroup\tarity\tflags\tcomplexity\tkeys\tkey_specs\n\(rows)\n"
    let error = try #require(throws: KnowledgeError.self) { try CommandTable.decode(text, file: "Commands.tsv") }
    #expect(error.description.hasPrefix("Commands.tsv:\(place): "))
    #expect(error.description.contains(message))
  }

  @Test(arguments: ["", "name\tgroup\n"])
  func `a table without the columns is refused`(text: String) {
    #expect(throws: KnowledgeError.self) { try CommandTable.decode(text, file: "Commands.tsv") }
  }

  static func table() throws -> CommandTable {
    let file = try #require(EmbeddedRules.files.first { $0.path == "Commands.tsv" })
    return try CommandTable.decode(file.text, file: file.path)
  }
}
