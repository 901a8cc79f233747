import InventoryModel
import Knowledge
import Testing

@Suite struct ServerTests {
  @Test func `a compose service has its image, version, ports, settings and file`() throws {
    let facts = try facts(
      .compose,
      """
      x-base: &base
        restart: always
      services:
        cache:
          <<: *base
          image: "redis:${REDIS_VERSION:-7.2}-alpine"
          container_name: shop-cache
          ports: ["127.0.0.1:6380:6379"]
          command: redis-server /etc/redis.conf --maxmemory 64mb --maxmemory-policy allkeys-lru
          volumes:
            - ./conf/redis.conf:/etc/redis.conf:ro
        web:
          image: shop
          environment:
            REDIS_URL: redis://cache:6379/1
      """)
    let server = try #require(facts.servers.first)
    #expect(server.name == "cache")
    #expect(server.place.line == 6)
    #expect(server.version == "7.2")
    #expect(server.licences == ["BSD-3-Clause"])
    #expect(server.ports.map(\.published) == [6380])
    #expect(server.lines == ["maxmemory 64mb", "maxmemory-policy allkeys-lru"])
    #expect(server.settingsFiles == ["deploy/conf/redis.conf"])
    #expect(server.aliases == ["shop-cache"])
    #expect(facts.urls.map(\.host) == ["cache"])
    #expect(facts.urls.map(\.service) == ["web"])
  }

  @Test(arguments: [
    ("redis:7.2.4", ["BSD-3-Clause"]), ("redis:7.4-alpine", ["RSALv2", "SSPLv1"]), ("redis:7", ["RSALv2", "SSPLv1"]),
    ("redis:8-alpine", ["RSALv2", "SSPLv1", "AGPL-3.0-only"]), ("redis", ["RSALv2", "SSPLv1", "AGPL-3.0-only"]),
    ("redis:latest", ["RSALv2", "SSPLv1", "AGPL-3.0-only"]), ("valkey/valkey:8.1", ["BSD-3-Clause"]),
    ("registry.example:5000/mirror/redis:6@sha256:00", ["BSD-3-Clause"]), ("redis:${TAG}", []),
    ("goharbor/redis-photon:v2.11.0", []),
  ])
  func `an image's licences are those of its version`(image: String, licences: [String]) throws {
    let server = try #require(try facts(.compose, "services: {a: {image: \"\(image)\"}}").servers.first)
    #expect(server.licences == licences)
  }

  @Test(arguments: ["oliver006/redis_exporter:v1", "redislabs/redisinsight", "postgres:16", "shop/redis-worker"])
  func `what is no server is none`(image: String) throws {
    #expect(try facts(.compose, "services: {redis-x: {image: \"\(image)\"}}").servers.isEmpty)
  }

  @Test func `a template that is no YAML is read without its directives`() throws {
    let facts = try facts(
      .yaml,
      """
      {{- if .Values.cache.enabled }}
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: {{ include "x.name" . }}-cache
      spec:
        template:
          spec:
            containers:
              - name: cache
                image: "redis:{{ .Values.tag | default "7.2" }}"
                {{- with .Values.resources }}
                resources: {{ toYaml . | nindent 12 }}
                {{- end }}
                args: ["--appendonly", "no", "--save", ""]
                ports:
                  - containerPort: 6379
      {{- end }}
      """)
    let server = try #require(facts.servers.first)
    #expect(server.place.line == 11)
    #expect(server.version == "7.2")
    #expect(server.lines == ["appendonly no", "save \"\""])
    #expect(facts.unread.isEmpty)
  }

  @Test func `a file that cannot be read is told, and read as far as lines tell`() throws {
    let facts = try facts(.compose, "services:\n  a: [\n    image: redis:7.4\n  b: }\n")
    #expect(facts.unread.map(\.path) == ["deploy/file"])
    #expect(facts.servers.map(\.image?.text) == ["redis:7.4"])
  }

  @Test func `config maps hold settings, and services name workloads`() throws {
    let facts = try facts(
      .yaml,
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: cache-conf}
      data:
        redis.conf: |
          maxmemory-policy volatile-lru
          rename-command FLUSHALL ""
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cache}
      spec: {selector: {app: c}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cache-deployment}
      spec:
        template:
          metadata: {labels: {app: c, tier: x}}
          spec:
            volumes: [{name: v, configMap: {name: cache-conf}}]
            containers: [{name: r, image: "valkey/valkey:8.0"}]
      """)
    #expect(facts.servers.map(\.source) == [.kubernetes, .kubernetes])
    #expect(facts.servers[0].name == "configmap/cache-conf")
    #expect(facts.servers[0].lines == ["maxmemory-policy volatile-lru", "rename-command FLUSHALL \"\""])
    #expect(facts.servers[0].settings[1].place.line == 7)
    #expect(facts.servers[1].aliases == ["cache"])
    #expect(facts.servers[1].settingsFiles == ["configmap/cache-conf"])
  }

  @Test func `chart values have images, disabled commands and blocks of settings`() throws {
    let facts = try facts(
      .values,
      """
      redis:
        image: {registry: docker.io, repository: bitnami/redis, tag: 7.4.2-debian-12-r0}
        tls: {enabled: true}
        auth: {password: "s3cr3t!"}
        commonConfiguration: |-
          appendonly yes
        master:
          disableCommands: [FLUSHDB, CONFIG]
      """)
    let server = try #require(facts.servers.first)
    #expect(server.name == "redis")
    #expect(server.version == "7.4.2")
    #expect(server.demandsTLS == true)
    #expect(server.lines == ["appendonly yes", "rename-command FLUSHDB \"\"", "rename-command CONFIG \"\""])
    #expect(facts.secrets.map(\.what) == ["redis.auth.password"])
  }

  @Test func `values without an image have disabled commands too`() throws {
    let facts = try facts(
      .values,
      """
      redis:
        enabled: true
        master:
          disableCommands: [CONFIG]
      webhooks:
        disableCommands: [none]
      """)
    #expect(facts.servers.map(\.name) == ["redis"])
    #expect(facts.servers.first?.lines == ["rename-command CONFIG \"\""])
  }

  @Test func `terraform resources are servers and their settings`() throws {
    let facts = try facts(
      .terraform,
      """
      # cache
      resource "aws_elasticache_replication_group" "main" {
        replication_group_id       = "cache"
        engine                     = "valkey"
        engine_version             = "8.0"
        port                       = 6379
        transit_encryption_enabled = true
        parameter_group_name       = aws_elasticache_parameter_group.main.name
        tags = { a = "b" }
      }
      resource "aws_elasticache_parameter_group" "main" {
        family = "valkey8"
        parameter {
          name  = "maxmemory-policy"
          value = "allkeys-lru"
        }
      }
      resource "azurerm_redis_cache" "a" {
        non_ssl_port_enabled = false
        redis_configuration { maxmemory_policy = "volatile-lru" }
      }
      """)
    #expect(facts.servers.map(\.product) == ["valkey", "valkey", "redis"])
    #expect(facts.servers.map(\.demandsTLS) == [true, nil, true])
    #expect(facts.servers[0].settingsFiles == ["aws_elasticache_parameter_group.main"])
    #expect(facts.servers[1].lines == ["maxmemory-policy allkeys-lru"])
    #expect(facts.servers[2].lines == ["maxmemory-policy volatile-lru"])
  }

  @Test func `what a terraform expression gives is not known`() throws {
    let facts = try facts(
      .terraform,
      """
      resource "aws_elasticache_cluster" "this" {
        engine         = var.single ? null : var.engine
        engine_version = local.version
        cluster_id     = var.cluster_id
      }
      """)
    #expect(facts.servers.map(\.product) == ["redis"])
    #expect(facts.servers[0].version == nil)
    #expect(facts.servers[0].aliases.isEmpty)
  }

  @Test func `a Dockerfile's words in a list are words`() throws {
    let server = try facts(
      .dockerfile,
      "ARG VERSION=7.2\nFROM redis:${VERSION:-8}\nCMD [\"redis-server\", \"--save\", \"60 1\", \\\n  \"--maxmemory\", \"1gb\"]\n"
    ).servers[0]
    #expect(server.image?.text == "redis:7.2")
    #expect(server.lines == ["save 60 1", "maxmemory 1gb"])
    let shell = try facts(.dockerfile, "FROM redis:7.2\nCMD [\"sh\", \"-c\", \"redis-server --appendonly yes\"]\n")
    #expect(shell.servers[0].lines == ["appendonly yes"])
  }

  @Test func `a Dockerfile's server has its settings file`() throws {
    let facts = try facts(
      .dockerfile,
      """
      ARG VERSION=7.2
      FROM redis:${VERSION}
      COPY redis.conf /etc/
      EXPOSE 6379
      CMD ["redis-server", "/etc/redis.conf", "--appendonly", "yes"]
      """)
    let server = try #require(facts.servers.first)
    #expect(server.version == "7.2")
    #expect(server.settingsFiles == ["redis.conf"])
    #expect(server.lines == ["appendonly yes"])
    #expect(server.ports.map(\.port) == [6379])
  }

  @Test func `users of a server have their rules without passwords`() throws {
    let facts = try facts(.settings, "user app on >Geheim77 ~app:* +@read -config\nacl-pubsub-default resetchannels\n")
    #expect(facts.servers[0].users.map(\.rules) == [["on", ">***", "~app:*", "+@read", "-config"]])
    #expect(facts.secrets.map(\.what) == ["password of the user app"])
  }
}
