import InventoryModel
import Testing

@testable import Scanning

/// What a line shows of the word «redis» in it, which stands at its first place.
@Suite struct MentionTests {
  private func standing(_ line: String, _ language: Language) throws -> LineSyntax.Standing {
    let syntax = try #require(LineSyntax(language))
    return syntax.standing(of: try place(in: line), in: line.utf8.span)
  }

  private func mention(_ line: String, _ language: Language) throws -> Mention {
    Mention(try place(in: line), in: line.utf8.span, language, try #require(LineSyntax(language)))
  }

  private func place(in line: String) throws -> Range<Int> {
    let bytes = Array(line.lowercased().utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: "redis".utf8) })
    return start..<start + 5
  }

  @Test(arguments: [
    ("import redis", Language.python), ("x = redis.Redis('a')  # why", .python), ("print redis.get('x')", .python),
    ("    return await self.redis.get(f\"{a}\")", .python), ("if redis is None or x in redis:", .python),
    ("const x = 'a' + redis.get(`b`)", .javascript), ("`${redis.get(k)} and more`", .javascript),
    ("private readonly redis: Redis", .typescript), ("<Store name={redis} open />", .typescript),
    ("rdb *redis.Client // the client", .go), ("func get(from redis: RedisClient)", .swift),
  ])
  func `code is code, whatever stands after it`(line: String, language: Language) throws {
    #expect(try standing(line, language) == .code)
  }

  @Test(arguments: [
    ("# uses redis", Language.python), ("x = 1  # redis", .python), ("Only when Redis is available, the", .python),
    ("// redis", .go), (" * If redis is down", .javascript), ("The redis server is down", .javascript),
    ("let a = 1 // redis", .swift),
  ])
  func `comments and prose are prose`(line: String, language: Language) throws {
    #expect(try standing(line, language) == .prose)
  }

  @Test(arguments: [
    ("x = \"redis\"", Language.python, 5), ("x = 'it\\'s redis'", .python, 5), ("f('a', \"b redis\")", .python, 8),
    ("x := `redis`", .go, 6), ("x = 'a' + `b ${c} redis`", .javascript, 11),
  ])
  func `a text is one from its quote on`(line: String, language: Language, start: Int) throws {
    #expect(try standing(line, language) == .text(from: start))
  }

  @Test(arguments: [
    ("\"redis://cache:6379\"", Language.python), ("\"\"\"return redis.call('GET', KEYS[1])", .python),
    ("f\"{redis_client.get(k)}\"", .python), ("\"BACKEND\": \"django_redis.cache.RedisCache\",", .python),
    ("importlib.import_module(\"redis\")", .python), ("sys.modules[\"redis\"]", .python),
    ("getattr(app, \"redis\")", .python), ("from 'ioredis'", .javascript), ("require(\"redis\")", .javascript),
    ("import Redis from \"../lib/redis-client\"", .javascript), ("app.get('redis')", .javascript),
    ("\"github.com/redis/go-redis/v9\"", .go), ("// redis.call is allowed", .go),
  ])
  func `scripts, addresses, modules and keys name a server in texts too`(line: String, language: Language) throws {
    #expect(try mention(line, language).namesServer(in: line.utf8.span))
  }

  @Test(arguments: [
    ("filters = [\"redis*\", \"mysql*\"]", Language.python), ("\"x-example\": \"my.redis.cluster\",", .python),
    ("\"BUILDLOGS_REDIS\": {", .python), ("log(\"cannot reach redis\")", .python), ("log.Print(\"redis down\")", .go),
    ("print(\"Redis\")", .swift), ("throw new Error('no redis')", .javascript),
  ])
  func `what is only printed or compared names none`(line: String, language: Language) throws {
    #expect(try !mention(line, language).namesServer(in: line.utf8.span))
  }

  @Test(arguments: [
    ("from a.redis import b", true), ("    redis, other,", true), ("    redis as r,  ", true),
    ("import_module(\".redis\")", true), ("redis.get(x)", false), ("    x = redis", false),
    ("# from a.redis import b", false),
  ])
  func `a module of Python is named where something is imported`(line: String, isModule: Bool) throws {
    #expect(try mention(line, .python).namesModule(in: line.utf8.span) == isModule)
  }

  @Test(arguments: [
    ("request.state.redis.get(k)", Language.python, true), ("getattr(state, 'redis')", .python, true),
    ("get('/redis/builds')", .javascript, false), ("app['redis']", .javascript, true),
    ("url_for(\"web.redis\")", .python, false),
  ])
  func `a member is read by code or by its key`(line: String, language: Language, isMember: Bool) throws {
    #expect(try mention(line, language).namesMember(in: line.utf8.span) == isMember)
  }

  @Test func `a line that no hand wrote is code`() throws {
    #expect(try standing("# redis " + String(repeating: "x", count: 2_000), .python) == .code)
  }

  @Test func `no line is too strange to be asked`() throws {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
      "\"", "'", "`", "${", "}", "#", "//", "\\", "(", "[", "]", ".", "/", "attr(", "from ", "\n", "é", " ",
    ]
    for _ in 0..<2_000 {
      let parts = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }
      let cut = Int.random(in: 0...parts.count, using: &generator)
      let line = parts[..<cut].joined() + "redis" + parts[cut...].joined()
      for language in [Language.python, .go, .javascript, .swift] {
        let mention = try mention(line, language)
        let bytes = line.utf8.span
        let isNamed = mention.namesServer(in: bytes)
        #expect(isNamed || !mention.namesMember(in: bytes), "\(line)")
        _ = (mention.namesValue(in: bytes), mention.namesModule(in: bytes))
      }
    }
  }

  /// A worker that says what it works on in its documentation alone, and takes the client's class from settings.
  private static let proseAlone = [
    "store/__init__.py": "", "store/defaults.py": "CLIENT_CLASS = \"redis.StrictRedis\"\n",
    "store/worker.py": """
    \"\"\"Works on what it takes from a redis queue.\"\"\"
    from scrapy.utils.misc import load_object

    from . import defaults


    def connect(params):
        return load_object(params.get("kind", defaults.CLIENT_CLASS))(**params)


    class Worker:
        def __init__(self, settings):
            self.server = connect(settings)

        def open(self):
            self.server.ping()

    """,
  ]

  @Test(arguments: [(false, 0), (true, 1)])
  func `a file that names a server in prose alone is read by an exhaustive scan`(exhaustive: Bool, count: Int)
    async throws
  {
    let tree = try TemporaryTree(Self.proseAlone)
    var options = Options()
    options.exhaustive = exhaustive
    let scan = try await Scan.run(paths: [tree.path], options: options, usesConfiguration: false)
    #expect(scan.operations(path: "store/worker.py", line: 16).count == count)
  }
}
