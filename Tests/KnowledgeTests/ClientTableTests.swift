import InventoryModel
import Knowledge
import Testing

struct ClientTableTests {
  @Test func `a role's name stands for a method that returns it`() throws {
    let role = try client("methods: {pipeline: client, close: silent, get|fetch: {command: GET, returns: self}}")
    #expect(role.methods["pipeline"]?.result == .role("client"))
    #expect(role.methods["close"] != nil)
    #expect(role.methods["close"]?.result == nil)
    #expect(role.methods["fetch"]?.command == .fixed("GET"))
    #expect(role.methods["get"]?.result == .receiver)
  }

  @Test(arguments: [
    ("0", ArgumentSelector(place: .position(0))), ("name", ArgumentSelector(place: .label("name"))),
    ("last", ArgumentSelector(place: .last)), ("1.lua", ArgumentSelector(place: .position(1), field: "lua")),
    ("options.name", ArgumentSelector(place: .label("options"), field: "name")),
  ])
  func `an argument is selected`(text: String, selector: ArgumentSelector) throws {
    let role = try client("methods: {do: {command: $\(text), key: \(text), returns: $\(text)}}")
    #expect(role.methods["do"]?.command == .argument(selector))
    #expect(role.methods["do"]?.keys == ClientMethod.ArgumentList(selectors: [selector], takesAll: false))
    #expect(role.methods["do"]?.result == .argument(selector))
  }

  @Test func `keys are one argument, one of several, all, or none`() throws {
    let role = try client("methods: {a: {key: [name, 0]}, b: {keys: 1}, c: {key: none}, d: {channels: names}}")
    let name = ArgumentSelector(place: .label("name"))
    let first = ArgumentSelector(place: .position(0))
    #expect(role.methods["a"]?.keys == ClientMethod.ArgumentList(selectors: [name, first], takesAll: false))
    #expect(role.methods["b"]?.keys?.takesAll == true)
    #expect(role.methods["c"]?.keys?.selectors == [])
    #expect(role.methods["d"]?.channels?.takesAll == true)
    #expect(role.methods["d"]?.keys == nil)
  }

  @Test func `all other facts of a method`() throws {
    let role = try client(
      """
      methods:
            set: {command: SET, ttl: {argument: ex, unit: s}, leading: 1, subcommand: 0, batch: 0, value: 1}
            use: {callback: {argument: last, receives: [_, self, client]}, client: 0}
            load: {command: SCRIPT LOAD, script: {argument: 0, sha: true}, pipeline: true, transaction: true}
            define: {defines: {name: 0, script: 1.lua}, script: 1}
      """)
    let set = role.methods["set"]
    #expect(
      set?.ttl == ClientMethod.TimeArgument(argument: ArgumentSelector(place: .label("ex")), unit: .seconds))
    #expect(set?.leading == 1)
    #expect(set?.subcommand == ArgumentSelector(place: .position(0)))
    #expect(role.methods["use"]?.callback?.receives == ["_", "self", "client"])
    #expect(role.methods["load"]?.script?.isDigest == true)
    #expect(role.methods["load"]?.isPipeline == true)
    #expect(role.methods["load"]?.isTransaction == true)
    #expect(role.methods["define"]?.script?.isDigest == false)
    #expect(role.methods["define"]?.defines?.script == ArgumentSelector(place: .position(1), field: "lua"))
  }

  @Test func `settings of a role`() throws {
    let role = try client(
      """
      commands: true
          leading: 1
          leadingIs: context
          suffixes: [Async]
          prefix: "JSON."
          builder: true
          command: true
          chain: {Key: key, Topic: channel, Ex: {ttl: s}, Nx: {option: NX}}
          except: [close]
          options: {nx: NX, px: {option: PX, unit: ms}}
          properties: {pool: client, json: {returns: client}}
          call: {command: GET}
          element: client
          enter: client
      """)
    #expect(role.namesCommands && role.leadingIsContext && role.isBuilder && role.isCommand)
    #expect(role.leading == 1)
    #expect(role.suffixes == ["Async"])
    #expect(role.prefix == "JSON.")
    #expect(role.chain == ["Key": .key, "Topic": .channel, "Ex": .ttl(.seconds), "Nx": .option("NX")])
    #expect(role.except == ["close"])
    #expect(role.options["px"] == CommandOption(option: "PX", unit: .milliseconds))
    #expect(role.properties == ["pool": "client", "json": "client"])
    #expect(role.call?.command == .fixed("GET"))
  }

  @Test func `a role like another takes over what it does not say itself`() throws {
    let library = try Tables.library(
      """
      types: {$.Client: client, $.Batch: batch}
      roles:
        batch:
          like: client
          pipeline: true
          methods: {load: silent}
        client:
          commands: true
          except: [close]
          methods: {load: {command: SCRIPT LOAD}, batch: batch}
      """)
    let batch = try #require(library.roles["batch"])
    #expect(batch.isPipeline && batch.namesCommands)
    #expect(library.roles["client"]?.isPipeline == false)
    #expect(batch.methods["load"]?.command == nil)
    #expect(batch.methods["batch"]?.result == .role("batch"))
    #expect(batch.except == ["close"])
  }

  @Test func `qualified names are split after the package root`() throws {
    let library = try Tables.library(
      "types: {$.*.Client: client, $: client, example.core/a.b: client}\nroles: {client: {}}")
    #expect(library.types[0].name == QualifiedPattern(prefix: [], suffix: ["Client"]))
    #expect(library.types[0].root == nil)
    #expect(library.types[1].name == QualifiedPattern(prefix: [], suffix: nil))
    #expect(library.types[2].name == QualifiedPattern(prefix: ["core", "a", "b"], suffix: nil))
    #expect(library.types[2].root == "example")
  }

  @Test func `a command object is the command that its type is named like`() throws {
    let library = try Tables.library(
      """
      types: {$.*.GET: object, $.SCRIPT.LOAD: object, $.Fetch: {role: object, command: GET}, $.Other: object}
      roles: {object: {command: true}}
      """)
    #expect(library.types.map(\.method.command) == [.fixed("GET"), .fixed("SCRIPT LOAD"), .fixed("GET"), nil])
  }

  @Test func `markers are the packages unless they are said`() throws {
    #expect(try Tables.library("").markers == ["example"])
    #expect(try Tables.library("markers: [one, two]").markers == ["one", "two"])
  }

  @Test func `a user's table replaces the program's of the same library`() throws {
    let own = TableFile(
      path: "Clients/python/mine.yml", text: "library: example\nlanguage: python\npackages: [mine]\n")
    let base = try Tables.load(Tables.client(""), additional: [own])
    #expect(base.clients.map(\.packages) == [["mine": "mine"]])
  }

  /// The role `client` of a table, with the given text in it.
  private func client(_ text: String) throws -> ClientRole {
    let library = try Tables.library("types: {$.Client: client}\nroles:\n  client:\n    \(text)\n")
    return try #require(library.roles["client"])
  }
}
