import Testing

@Suite struct TargetCommandTests {
  private let access = Run.projects + "/access"

  @Test func `targets are listed with sources and dates`() throws {
    let run = try Run("targets")
    #expect(run.code == 0)
    #expect(run.output.contains("\nvalkey-8.1  "))
    #expect(run.output.contains("read 2026-11-21"))
    #expect(try Run("targets", "--format", "json").output.hasPrefix("["))
  }

  @Test func `a project is compared with targets`() throws {
    let run = try Run("compat", access, "--target", "valkey-8.1", "--target", "envoy")
    #expect(run.code == 0)
    #expect(run.output.contains("| Valkey 8.1 | runs as it is |"))
    #expect(run.output.contains("main of 2026 | does not run |"))
    #expect(run.output.contains("## Matrix"))
    #expect(run.output.contains("## What can move apart"))
  }

  @Test(arguments: ["markdown", "json", "sarif"])
  func `one and many threads give equal bytes`(format: String) throws {
    let arguments = ["compat", access, "--target", "elasticache-serverless,twemproxy", "--format", format]
    let one = try Run(arguments + ["--threads", "1"])
    #expect(try one.output == Run(arguments + ["--threads", "16"]).output)
    #expect(one.output.contains("PSUBSCRIBE"))
  }

  @Test func `a target that nobody knows is a mistake`() throws {
    let run = try Run("compat", access, "--target", "valkey-8.11")
    #expect(run.code == 2)
    #expect(run.errors.contains("unknown target 'valkey-8.11'; did you mean 'valkey-8.1'?"))
    #expect(try Run("compat", access).errors.contains("compat needs a --target"))
    #expect(try Run("acl", access, "--target", "envoi").code == 2)
  }

  @Test func `the least rights are printed`() throws {
    let run = try Run("acl", access)
    #expect(run.code == 0)
    let line = run.output.split(separator: "\n").first { $0.hasPrefix("user jobs-url ") }
    #expect(
      line == """
        user jobs-url on resetkeys resetchannels -@all ~jobs:in %R~jobs:stop &jobs/*/added &jobs/all +client|setinfo \
        +exists +psubscribe +publish +subscribe +xack +xadd +xreadgroup
        """)
    let lines = try Run("acl", access, "--format", "acl").output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("user ") })
    #expect(try !Run("acl", access, "--target", "redis-7.0").output.contains("client|setinfo"))
  }
}
