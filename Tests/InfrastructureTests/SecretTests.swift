import InventoryModel
import Knowledge
import Testing

@testable import Infrastructure

@Suite struct SecretTests {
  private static let password = "Zq9-hunter2"

  /// Every kind of file that can hold a password, with one in it.
  @Test(
    arguments: [
      (
        .environment,
        "REDIS_URL=redis://app:Zq9-hunter2@cache:6379/0\nREDIS_PASSWORD=Zq9-hunter2\nREDIS_OPTS=--pass Zq9-hunter2\n"
      ),
      (
        .compose,
        "services:\n  a:\n    image: redis:7\n    command: redis-server --requirepass Zq9-hunter2\n    environment: [\"REDIS_AUTH=Zq9-hunter2\"]\n"
      ),
      (
        .compose,
        "services:\n  a:\n    image: redis:7\n    healthcheck: {test: [CMD, redis-cli, -a, Zq9-hunter2, ping]}\n"
      ),
      (.settings, "sentinel auth-pass main Zq9-hunter2\n"),
      (.settings, "requirepass Zq9-hunter2\nmasterauth \"Zq9-hunter2\"\nuser a on >Zq9-hunter2 #Zq9-hunter2\n"),
      (
        .shell,
        "redis-cli -a Zq9-hunter2 ping\nredis-cli AUTH Zq9-hunter2\nredis-cli config set requirepass Zq9-hunter2\nredis-cli -u redis://:Zq9-hunter2@h get a\nredis-cli ACL SETUSER u '>Zq9-hunter2'\n"
      ),
      (
        .values, "redis:\n  auth:\n    password: Zq9-hunter2\n  url: redis://:Zq9-hunter2@h:6379?password=Zq9-hunter2\n"
      ),
      (.yaml, "apiVersion: v1\nkind: Secret\nmetadata: {name: redis}\nstringData: {redis-password: Zq9-hunter2}\n"),
      (.terraform, "resource \"aws_elasticache_replication_group\" \"a\" {\n  auth_token = \"Zq9-hunter2\"\n}\n"),
      (.dockerfile, "FROM redis:7\nENV REDIS_PASSWORD=Zq9-hunter2\nCMD redis-server --requirepass Zq9-hunter2\n"),
      (.github, "jobs: {t: {services: {redis: {image: redis, env: {REDIS_PASSWORD: Zq9-hunter2}}}}}\n"),
    ] as [(InfrastructureFileKind, String)])
  func `no fact holds a password, and its place is told`(kind: InfrastructureFileKind, text: String) throws {
    let facts = try facts(kind, text)
    #expect(!facts.secrets.isEmpty)
    #expect(!"\(facts)".contains(Self.password))
  }

  @Test(
    arguments: [
      (.environment, "REDIS_PASSWORD=\nREDIS_PASS=changeme\nREDIS_AUTH=${OTHER}\nREDIS_TOKEN=<your token>\n"),
      (.compose, "services: {a: {image: redis, command: \"redis-server --requirepass $$REDIS_PASSWORD\"}}"),
      (.compose, "services: {a: {environment: {REDIS_URL: \"redis://:${REDIS_PASSWORD}@cache\"}}}"),
      (.values, "redis: {auth: {password: \"\", existingSecret: redis}}"),
      (.yaml, "redis:\n  password: \"{{ .Values.password }}\"\n"),
      (.shell, "redis-cli -a \"$REDIS_PASSWORD\" ping\n"),
    ] as [(InfrastructureFileKind, String)])
  func `what stands for a password is none`(kind: InfrastructureFileKind, text: String) throws {
    #expect(try facts(kind, text).secrets.isEmpty)
  }

  @Test(arguments: [
    ("\"xK?9abcdefgh\"", 1), ("\"xKdata.9abcdefgh\"", 1), ("\"9local.abcdefgh\"", 1), ("var.token", 0),
    ("random_password.a.result", 0), ("!var.a ? \"x\" : \"y\"", 0), ("file(\"token\")", 0), ("a ? \"x\" : \"y\"", 0),
  ])
  func `a password in Terraform is what is no expression`(value: String, count: Int) throws {
    let text = "resource \"aws_elasticache_replication_group\" \"a\" {\n  auth_token = \(value)\n}\n"
    #expect(try facts(.terraform, text).secrets.count == count)
  }

  private func shown(_ lines: String..., isCode: Bool) throws -> [String] {
    LineRedactor(try InfrastructureVocabulary.standard()).redacted(lines, isCode: isCode)
  }

  @Test(arguments: [
    "command: redis-server --requirepass Zq9-hunter2 --port 6379", "  REDIS_PASSWORD: \"Zq9-hunter2\"",
    "  redis_password: Zq9 hunter2 # old", "REDIS_PASSWORD_OLD=hunter2", "REDIS_PASSWORD=pa$$hunter2",
    "REDIS_PASSWORD=${OTHER:-hunter2}", "REDIS_URL=redis://app:Zq9-hunter2@cache:6379/0",
    "REDIS_URL=redis://:s3/hunter2@cache", "REDIS_URL=redis://:a;hunter2@cache", "u: redis://app:a,hunter2@cache",
    "u: redis://hunter2@cache", "u: redis://app:pa$$hunter2@cache", "u: redis://a?hunter2@cache",
    "u: redis://cache?password=hunter2&db=1", "u: redis://cache?db=1&auth_token=p@hunter2",
    "u: cache:6379,password=hunter2,ssl=False", "url: amqp://app:hunter2@queue",
    "user app on >Zq9-hunter2 ~app:* +@read", "redis-cli -h cache -a Zq9-hunter2 ping",
    "redis-cli -a 'pa$$hunter2' ping", "redis-cli AUTH app hunter2", "sentinel auth-pass main hunter2",
    "redis-cli hello 3 auth app hunter2",
    "redis-cli MIGRATE h 6379 a 0 1000 AUTH2 app hunter2", "auth_token = \"Zq9-hunter2\"",
    "test: [CMD, redis-cli, -a, hunter2, ping]", "command: [\"redis-server\", \"--requirepass\", \"hunter2\"]",
  ])
  func `a line that is shown holds no password, and keeps its columns`(line: String) throws {
    let shown = try shown(line, isCode: false)[0]
    #expect(!shown.contains("hunter2"), "\(shown)")
    #expect(shown.count == line.count)
  }

  @Test(arguments: [
    "client = redis.Redis(host=\"a\", password=\"Zq9-hunter2\")", "client = redis.Redis(password='pa$$hunter2')",
    "client.auth(\"Zq9-hunter2\")", "redis.Redis.from_url(\"redis://:s3/hunter2@cache\")",
    "client.execute_command(\"AUTH\", \"app\", \"hunter2\")", "client.execute_command(\"AUTH app hunter2\")",
    "client.call(\"HELLO\", 3, \"AUTH\", \"app\", \"hunter2\")", "client.config_set(\"requirepass\", \"hunter2\")",
    "password: process.env.REDIS_PASSWORD || \"hunter2\",", "password=os.getenv(\"REDIS_PASSWORD\") or \"hunter2\"",
    "password = os.environ.get(\"REDIS_PASSWORD\", \"hunter2\")", "redis_password: str = \"hunter2\"",
    "password: Optional[str] = \"hunter2\"", "password = SecretStr(\"hunter2\")",
    "password: str = Field(default=\"hunter2\")",
    "client.acl_setuser(\"app\", passwords=[\"+a\", \"+hunter2\"])",
    "provider = UsernamePasswordProvider(\"app\", \"hunter2\")",
    "options = {\"password\": \"hunter2\", \"db\": 0}", "opt.Password = `pa$$hunter2`",
    "connect(\"cache:6379,password=hunter2,ssl=False\")", "run(\"redis-cli -a hunter2 ping\")",
  ])
  func `a line of code that is shown holds no password, and keeps its columns`(line: String) throws {
    let shown = try shown(line, isCode: true)[0]
    #expect(!shown.contains("hunter2"), "\(shown)")
    #expect(shown.count == line.count)
  }

  @Test(arguments: [
    ("- name: REDIS_PASSWORD", "  value: hunter2", false), ("password: |", "  hunter2", false),
    ("- --requirepass", "- hunter2", false), ("\"name\": \"REDIS_PASSWORD\",", "\"value\": \"hunter2\"", false),
    ("name  = \"requirepass\"", "value = \"hunter2\"", false), ("    password=", "    \"hunter2\",", true),
    ("client.auth(", "  \"hunter2\")", true),
  ])
  func `a name at the end of a line speaks of the next`(first: String, second: String, isCode: Bool) throws {
    let shown = try shown(first, second, isCode: isCode)
    #expect(!shown[1].contains("hunter2"), "\(shown)")
    #expect(shown[0] == first)
  }

  @Test(arguments: [
    ("password = read_password(path)", true), ("  REDIS_PASSWORD: ${REDIS_PASSWORD}", false),
    ("redis-cli -a \"$REDIS_PASSWORD\" ping", false), ("image: redis:7.2", false),
    ("url = \"redis://cache:6379/0\"", true), ("client = Redis(password=password, host=\"cache\")", true),
    ("token = client.get(\"token:1\")", true), ("client.get(f\"auth:{user}\")", true),
    ("def open(password: str, host: str = \"cache\"):", true), ("url = f\"redis://:{password}@cache\"", true),
    ("url: redis://:${REDIS_PASSWORD}@cache", false), ("u: redis://h1:1,h2:2/0?db=1", false),
  ])
  func `a line without a password is shown as it is`(line: String, isCode: Bool) throws {
    #expect(try shown(line, isCode: isCode) == [line])
  }

  @Test(arguments: [
    ("redis://:s3/hunter2@cache:6379/2", "redis://***@cache:6379/2"),
    ("redis://cache:6379/0?password=hunter2", "redis://cache:6379/0"),
    ("redis://app:a;hunter2@cache", "redis://***@cache"),
    ("redis://app:a,hunter2@cache,other", "redis://***@cache,other"),
    ("redis://cache?password=p@hunter2", "redis://cache"),
    ("redis://u:hunter2@a:1,u:hunter2@b:2", "redis://***@a:1,***@b:2"),
  ])
  func `an address is shown without its password, which is told`(written: String, shown: String) throws {
    let facts = try facts(.environment, "REDIS_URL=\(written)")
    #expect(facts.urls.map(\.text) == [shown])
    #expect(facts.urls.map(\.hasPassword) == [true])
    #expect(facts.secrets.count == 1)
  }

  @Test(arguments: ["pa$$word1", "a%40b", "hunter2"])
  func `what holds a sign of variables is a password all the same`(password: String) throws {
    #expect(try facts(.environment, "REDIS_PASSWORD=\(password)").secrets.count == 1)
    #expect(try facts(.compose, "services: {a: {environment: {REDIS_PASSWORD: \"\(password)\"}}}").secrets.count == 1)
  }
}
