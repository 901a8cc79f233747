import Knowledge
import Testing

struct MethodLookupTests {
  @Test(arguments: [
    ("get", "GET"), ("script_load", "SCRIPT LOAD"), ("SetAsync", "SET"), ("fetch", "GET"), ("close", nil),
    ("unheard", nil), ("Async", nil),
  ])
  func `a member is found in the table, else by the command's name`(member: String, command: String?) throws {
    let base = try base(
      "commands: true\n    suffixes: [Async]\n    except: [close]\n    methods: {fetch: {command: GET}}")
    let method = base.clients[0].roles["client"]?.method(member, labels: [], commands: base.commands)
    #expect(method?.command == command.map { .fixed($0) })
  }

  @Test func `labels decide between methods of one name`() throws {
    let base = try base("methods: {\"put(_:to:)\": {command: SET}, put: {command: GET}}")
    let role = try #require(base.clients[0].roles["client"])
    #expect(role.method("put", labels: [nil, "to"], commands: base.commands)?.command == .fixed("SET"))
    #expect(role.method("put", labels: [nil, "on"], commands: base.commands)?.command == .fixed("GET"))
    #expect(role.method("put", labels: [], commands: base.commands)?.command == .fixed("GET"))
  }

  @Test func `a prefix completes the command's name`() throws {
    let base = try base("commands: true\n    prefix: JSON.")
    let method = base.clients[0].roles["client"]?.method("set", labels: [], commands: base.commands)
    #expect(method?.command == .fixed("JSON.SET"))
  }

  private func base(_ role: String) throws -> KnowledgeBase {
    try Tables.load(Tables.client("types: {$.Client: client}\nroles:\n  client:\n    \(role)\n"))
  }
}
