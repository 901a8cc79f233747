import InventoryModel
import Knowledge
import Testing

struct KnowledgeErrorTests {
  @Test(arguments: [
    ("rolls: {}", "4:1: rolls: unknown key 'rolls'; did you mean 'roles'?"),
    ("types: {$.A: clint}\nroles: {client: {like: client2}, client2: {}}", "4:14: types.$.A: unknown role 'clint'"),
    ("types: {$.A: {comand: GET}}", "4:15: types.$.A.comand: unknown key 'comand'; did you mean 'command'?"),
    ("types: {$.A: {command: GETS}}", "4:24: types.$.A.command: unknown command 'GETS'; did you mean 'GET'?"),
    ("types: {other.A: {command: GET}}", "4:9: types.other.A: 'other.A' must begin with $ or one of the packages"),
    ("types: {$.*.A.*: {command: GET}}", "4:9: types.$.*.A.*: '$.*.A.*' may hold one *"),
    ("types: {$.A: {key: 0, keys: 1}}", "4:23: types.$.A.keys: 'key' and 'keys' exclude each other"),
    ("types: {$.A: {ttl: {argument: 0}}}", "4:20: types.$.A.ttl: argument and unit must be given"),
    ("types: {$.A: {ttl: {argument: 0, unit: h}}}", "4:40: types.$.A.ttl.unit: 'h' is none of s, ms, duration"),
    ("types: {$.A: a}\nroles: {a: {like: b}, b: {like: a}}", "'like' leads back to this role"),
    ("types: {$.A: a}\nroles: {a: {commands: perhaps}}", "5:23: roles.a.commands: true or false is expected"),
    ("types: {$.A: a}\nroles: {a: {leading: -1}}", "5:22: roles.a.leading: a number from 0 on is expected"),
    ("types: {$.A: a}\nroles: {a: {chain: {Key: keys}}}", "5:26: roles.a.chain.Key: key, channel"),
    ("types: {$.A: a}\nroles: {a: {methods: {x: a, x|y: a}}}", "5:29: roles.a.methods.x|y: the method 'x' is given"),
    ("roles: {a: {}}", "4:9: roles.a: nothing makes a value of the role 'a'"),
    (
      "types: {$.A: a}\nroles: {a: {prefix: JSN.}}",
      "5:21: roles.a.prefix: unknown beginning of commands 'JSN.'; did you mean 'JSON.'?"
    ),
    ("roles: [a]", "4:8: roles: a mapping is expected, not a list"),
    ("context: tset", "4:10: context: 'tset' is none of production, test, example"),
    ("library: again", "4:1: the key 'library' is given twice"),
  ])
  func `a mistake in a client table is told with its place`(sections: String, message: String) throws {
    let error = try #require(throws: KnowledgeError.self) { try Tables.load(Tables.client(sections)) }
    let prefix = message.first?.isNumber == true ? "Clients/python/example.yml:" : ""
    #expect(error.description.contains(prefix + message), "\(error)")
  }

  @Test(arguments: [
    ("extends: exmple", "3:10: extends: unknown library 'exmple'; did you mean 'example'?"),
    ("extends: example\nroles: {clent: {}}", "4:9: roles.clent: no table makes the role 'clent' of 'example'"),
    ("extends: example\nroles: {clent: {}}", "did you mean 'client'?"),
    (
      "extends: example\nroles: {client: {commands: true}}",
      "4:18: roles.client.commands: a role of another table is given methods and properties alone, not 'commands'"
    ),
    ("extends: example\ntypes: {}", "4:1: types: 'types' does not go with 'extends', which adds to roles alone"),
  ])
  func `a mistake in a table that extends another is told with its place`(sections: String, message: String) throws {
    let added = TableFile(path: "Clients/python/added.yml", text: "library: added\nlanguage: python\n\(sections)\n")
    let error = try #require(throws: KnowledgeError.self) {
      try Tables.load(Tables.client("types: {$.A: client}\nroles: {client: {}}"), added)
    }
    #expect(error.description.contains(message), "\(error)")
  }

  @Test func `a table adds methods, properties and roles to those of another`() throws {
    let added = TableFile(
      path: "Clients/python/added.yml",
      text: """
        library: added
        language: python
        extends: example
        roles:
          client: {properties: {cache: cache}}
          cache: {methods: {get: {command: GET}}}

        """)
    let base = try Tables.load(Tables.client("types: {$.A: client}\nroles: {client: {}}"), added)
    let whole = ClientLibrary.joined(base.clients)
    #expect(whole.map(\.name) == ["example"])
    #expect(whole[0].roles["client"]?.properties == ["cache": "cache"])
    #expect(whole[0].roles["cache"]?.methods["get"]?.command == .fixed("GET"))
  }

  @Test func `all mistakes of all tables are told at once`() throws {
    let error = try #require(throws: KnowledgeError.self) {
      try Tables.load(
        Tables.client("one: 1\ntwo: 2"), Tables.client("three: 3", name: "other"),
        TableFile(path: "Languages/python.yml", text: "language: python\nfunctions: {f: nothing}\n"))
    }
    #expect(error.problems.map(\.keyPath) == ["one", "two", "three", "functions.f"])
  }

  @Test(arguments: [
    (TableFile(path: "Clients/pyhton/x.yml", text: ""), "unknown language 'pyhton'; did you mean 'python'?"),
    (
      TableFile(path: "Clients/python/x.yml", text: "library: x\nlanguage: go\npackages: [x]\n"),
      "the table is of go, its place says python"
    ),
    (
      TableFile(path: "Clients/python/x.yml", text: "library: example\nlanguage: python\npackages: [x]\n"),
      "the library 'example' has two tables"
    ),
    (
      TableFile(path: "Clients/python/x.yml", text: "library: x\nlanguage: python\npackages: [example]\n"),
      "the package 'example' is in the table of 'example' too"
    ),
    (TableFile(path: "Clients/python/x.yml", text: "language: python\n"), "'library' and 'language' are needed"),
  ])
  func `a table that does not fit the others is refused`(table: TableFile, message: String) throws {
    let error = try #require(throws: KnowledgeError.self) { try Tables.load(Tables.client(""), table) }
    #expect(error.description.contains(message), "\(error)")
  }

  @Test(arguments: ["mine.yml", "Clients/mine.yml", "Contexts.yml", "Clients/python/deep/mine.yml", "notes.tsv"])
  func `a user's file that is no table is refused`(path: String) throws {
    let file = TableFile(path: path, text: "", name: "folder/\(path)")
    let error = try #require(throws: KnowledgeError.self) { try Tables.load(additional: [file]) }
    #expect(error.description.hasPrefix("folder/\(path):1:1: no table belongs here"))
  }
}
