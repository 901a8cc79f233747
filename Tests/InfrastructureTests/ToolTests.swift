import InventoryModel
import Knowledge
import Testing

@Suite struct ToolTests {
  @Test(
    arguments: [
      (.requirements, "redis[hiredis]==5.0.1 ; python_version > '3'\n# valkey\nredisx\n", ["redis-py 5.0.1"]),
      (.requirements, "celery[redis]>=5\ncelery\n", ["celery -"]),
      (
        .toml, "[project]\nname = \"redis\"\ndependencies = [\n  \"valkey[libvalkey]>=6\",\n  \"rq\",\n]\n",
        ["valkey-py -", "rq -"]
      ),
      (
        .toml, "[tool.poetry.dependencies]\nredis = {extras = [\"hiredis\"], version = \"5.2.0\"}\n", ["redis-py 5.2.0"]
      ),
      (
        .goModule, "module x\nrequire (\n\tgithub.com/redis/go-redis/v9 v9.5.1\n\tgithub.com/a/b v1 // indirect\n)\n",
        ["go-redis v9.5.1"]
      ),
      (.packageJSON, "{\"dependencies\": {\"ioredis\": \"^5.3.0\", \"x\": \"1\"}}", ["ioredis -"]),
      (.packageLock, "{\"packages\": {\n\"node_modules/ioredis\": {\n\"version\": \"5.4.1\"\n}}}", ["ioredis 5.4.1"]),
      (
        .packageSwift, "  .package(url: \"https://github.com/swift-server/RediStack.git\", from: \"1.4.1\"),",
        ["RediStack -"]
      ),
      (
        .packageResolved,
        "{\"pins\": [{\"location\": \"https://x/valkey-swift.git\", \"state\": {\"version\": \"0.4.0\"}}]}",
        ["valkey-swift 0.4.0"]
      ),
    ] as [(InfrastructureFileKind, String, [String])])
  func `manifests name client libraries`(kind: InfrastructureFileKind, text: String, libraries: [String]) throws {
    #expect(try facts(kind, text).packages.map { "\($0.library) \($0.version ?? "-")" } == libraries)
  }

  @Test func `a shell line tells what is sent, where to and from what`() throws {
    let facts = try facts(
      .shell,
      """
      DUMP=/backup/dump.rdb
      echo "run redis-cli FLUSHALL by hand" # redis-cli KEYS '*'
      apt-get install -y redis-server
      cat "$DUMP" | docker exec -i cache redis-cli -h db -p 6380 --pipe
      until redis-cli -n 2 config set notify-keyspace-events Ex; do sleep 1; done
      docker run -d --name jobs -p 6379:6379 valkey/valkey:8 valkey-server --appendonly yes
      """)
    #expect(facts.invocations.map(\.command) == [nil, "CONFIG SET"])
    #expect(facts.invocations[0].input == "/backup/dump.rdb")
    #expect(facts.invocations[0].host == "db")
    #expect(facts.invocations[0].options.contains("--pipe"))
    #expect(facts.invocations[1].arguments == ["notify-keyspace-events", "Ex"])
    #expect(facts.servers.map(\.name) == ["jobs"])
    #expect(facts.servers[0].lines == ["appendonly yes"])
  }

  @Test func `assignments and commands of a make file are read`() throws {
    let facts = try facts(
      .shell,
      "REDIS_URL=redis://cache:6379/1\nexport VALKEY_URL=redis://jobs:6379\nNOTE=don't\nwarm: redis-cli\n\t@redis-cli PING\n",
      path: "Makefile")
    #expect(Set(facts.urls.map(\.host)) == ["cache", "jobs"])
    #expect(Set(facts.variables.map(\.name)) == ["REDIS_URL", "VALKEY_URL"])
    #expect(facts.invocations.map(\.command) == ["PING"])
    #expect(facts.invocations.map(\.place.line) == [5])
  }

  @Test(arguments: [
    "REDIS_URL := redis://cache:6379/1", "REDIS_URL ?= redis://cache:6379/1 # the cache",
    "REDIS_URL = redis://cache:6379/1", "export REDIS_URL ::= 'redis://cache:6379/1'",
    "override REDIS_URL=redis://cache:6379/1",
  ])
  func `a make file assigns in several ways`(line: String) throws {
    let facts = try facts(.shell, "all: test\n\n\(line)\n\ntest:\n\techo don't\n", path: "Makefile")
    #expect(facts.urls.map(\.host) == ["cache"])
    #expect(facts.variables.map(\.name) == ["REDIS_URL"])
    #expect(facts.variables.map(\.place.line) == [3])
  }

  @Test func `what a make file assigns is no command`() throws {
    let facts = try facts(.shell, "CLI = redis-cli -h db FLUSHALL\nRUN := docker run redis:7\n", path: "Makefile")
    #expect(facts.invocations.isEmpty)
    #expect(facts.servers.isEmpty)
  }

  @Test func `variables that are filled in from others have an order`() throws {
    let facts = try facts(
      .compose, "services: {a: {environment: {CACHE_URL: \"${VALKEY_URL:-${REDIS_URL:-redis://cache}}\"}}}")
    #expect(facts.reads.map(\.names) == [["VALKEY_URL", "REDIS_URL"]])
    #expect(facts.reads.map(\.fallback) == ["redis://cache"])
    #expect(facts.urls.map(\.text) == ["redis://cache"])
  }

  @Test func `tables in the documentation tell clients, images and ports`() throws {
    let facts = try facts(
      .documentation,
      """
      | Service | Client | Image | Port |
      |---|---|---|---|
      | cart | `ioredis` | `redis:7` | 6379 |
      | db | pg | postgres:16 | 5432 |
      """)
    #expect(facts.documented.map(\.value) == ["ioredis", "redis:7", "6379"])
    #expect(facts.documented.map(\.kind) == [.client, .image, .port])
  }
}
