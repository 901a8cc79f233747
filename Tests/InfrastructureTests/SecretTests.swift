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
    ("command: redis-server --requirepass Zq9-hunter2 --port 6379", false),
    ("  REDIS_PASSWORD: \"Zq9-hunter2\"", false), ("REDIS_URL=redis://app:Zq9-hunter2@cache:6379/0", false),
    ("user app on >Zq9-hunter2 ~app:* +@read", false), ("redis-cli -h cache -a Zq9-hunter2 ping", false),
    ("client = redis.Redis(host=\"a\", password=\"Zq9-hunter2\")", true),
    ("client.auth(\"Zq9-hunter2\")", true), ("redis.Redis.from_url(\"redis://:Zq9-hunter2@cache\")", true),
    ("auth_token = \"Zq9-hunter2\"", false),
  ])
  func `a line that is shown holds no password, and keeps its columns`(line: String, isCode: Bool) throws {
    let shown = LineRedactor(try InfrastructureVocabulary.standard()).redacted(line, isCode: isCode)
    #expect(!shown.contains("hunter2"), "\(shown)")
    #expect(shown.count == line.count)
  }

  @Test(arguments: [
    ("password = read_password(path)", true), ("  REDIS_PASSWORD: ${REDIS_PASSWORD}", false),
    ("image: redis:7.2", false), ("url = \"redis://cache:6379/0\"", true),
  ])
  func `a line without a password is shown as it is`(line: String, isCode: Bool) throws {
    #expect(LineRedactor(try InfrastructureVocabulary.standard()).redacted(line, isCode: isCode) == line)
  }
}
