import Foundation
import Testing

@Suite struct CommandLineTests {
  private let shop = Run.projects + "/shop"

  @Test func `a project is scanned from files to evidence`() throws {
    let run = try Run("scan", shop)
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " (")[0] }
    #expect(
      lines == [
        "app/cart.py:10:21: HINCRBY cart:{}", "app/cart.py:11:21: EXPIRE cart:{} ttl=3600s",
        "app/checkout.py:3:11: DEL cart:{}", "publish.go:10:16: PUBLISH channel=carts/{}",
        "tests/test_cart.py:5:26: HGETALL cart:me",
      ])
    #expect(run.errors.contains("5 operations (4 production, 1 test)"))
  }

  @Test(arguments: ["json", "jsonl", "text", "markdown"])
  func `one and many threads give equal bytes`(format: String) throws {
    let one = try Run("scan", shop, "--format", format, "--threads", "1")
    let many = try Run("scan", shop, "--format", format, "--threads", "16")
    #expect(one.output == many.output)
    #expect(!one.output.isEmpty)
  }

  @Test func `an exhaustive scan finds the same`() throws {
    let frontier = try Run("scan", shop)
    let all = try Run("scan", shop, "--exhaustive")
    #expect(frontier.output == all.output)
  }

  @Test func `the inventory is a table of patterns`() throws {
    let run = try Run("inventory", shop)
    #expect(run.code == 0)
    #expect(run.output.contains("| Pattern | Source anchors | Redis primitives | Compatibility concerns |"))
    #expect(
      run.output.contains(
        "| [Cart](#cart)<br>Counter | `app/cart.py`<br>`app/checkout.py` | hash counters, delete, key TTL |"))
  }

  @Test func `an inventory that was written is found true, and one that is not is told`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try Run("inventory", shop, "--check", file.path).code == 1)
    #expect(try Run("inventory", shop, "--write", file.path).code == 0)
    let check = try Run("inventory", shop, "--check", file.path)
    #expect(check.code == 0)
    #expect(check.output.isEmpty && check.errors.isEmpty)
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("EXPIRE", with: "PERSIST").utf8).write(to: file)
    let stale = try Run("inventory", shop, "--check", file.path)
    #expect(stale.code == 1)
    #expect(stale.output.contains("- ") && stale.output.contains("+ "))
    try Data("# Ours\n".utf8).write(to: file)
    #expect(try Run("inventory", shop, "--write", file.path).code == 2)
    #expect(try Run("inventory", shop, "--write", file.path, "--format", "csv").code == 2)
  }

  @Test func `an operation is explained`() throws {
    let run = try Run("scan", shop, "--explain", "app/cart.py:10")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("app/cart.py:10:21: HINCRBY cart:{}"))
    #expect(run.output.contains("  app/connections.py:7:"))
    #expect(try Run("scan", shop, "--explain", "app/cart.py:14").output.hasPrefix("app/cart.py:14: `keys`"))
    #expect(try Run("scan", shop, "--explain", "none.py:1").code == 2)
  }

  @Test func `reports go to files too`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Run("scan", shop, "--output", "json=\(file.path)")
    #expect(run.output.hasPrefix("app/cart.py"))
    #expect(try String(contentsOf: file, encoding: .utf8) == Run("scan", shop, "--format", "json").output)
  }

  @Test func `nothing to scan is not an answer, unless it may be`() throws {
    let run = try Run("scan", Run.projects + "/nothing")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("nothing to scan"))
    #expect(try Run("scan", Run.projects + "/nothing", "--allow-empty").code == 0)
  }

  @Test(arguments: [
    (["scan"], "scan needs PATH"), (["scan", "/no/such/folder"], "/no/such/folder: no such file or folder"),
    (["scna", "."], "unknown command 'scna'; did you mean 'scan'?"),
    (["scan", ".", "--exlude", "x"], "unknown flag '--exlude' of scan; did you mean '--exclude'?"),
    (["scan", ".", "--format", "jsno"], "'jsno' is no --format: text, json, jsonl, markdown; did you mean 'json'?"),
    (["scan", ".", "--format"], "--format needs a value"), (["scan", ".", "--threads", "0"], "'0' is no number"),
    (["scan", ".", "--exhaustive=1"], "--exhaustive takes no value"),
    (["scan", ".", "--exclude", "{a"], "never closed"),
    (["scan", ".", "--output", "x"], "FORMAT=FILE"),
    (["scan", ".", "--config", "/none.yml"], "/none.yml: cannot be read"),
    (["scan", ".", "--explain", "x"], "PATH:LINE"), ([], "which command?"),
  ])
  func `a mistake ends with 2 and a hint`(arguments: [String], message: String) throws {
    var words = arguments
    if let index = words.firstIndex(of: ".") { words[index] = shop }
    let run = try Run(words)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `version and help need nothing`() throws {
    #expect(try Run("--version").output.hasPrefix("redis-inventory "))
    for arguments in [["--help"], ["scan", "--help"], ["help", "inventory"], ["inventory", "-h"]] {
      let run = try Run(arguments)
      #expect(run.code == 0)
      #expect(run.output.contains("usage: redis-inventory"))
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `colours are for terminals`() throws {
    #expect(try !Run("scan", shop).output.contains("\u{1B}"))
    #expect(try Run("scan", shop, environment: ["FORCE_COLOR=1"]).output.contains("\u{1B}[1m"))
    #expect(try !Run("scan", shop, environment: ["FORCE_COLOR=1", "NO_COLOR=1"]).output.contains("\u{1B}"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions name every flag`(shell: String) throws {
    let run = try Run("completions", shell)
    #expect(run.code == 0)
    #expect(run.output.contains("exhaustive"))
  }
}
