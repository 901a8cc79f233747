import Comparison
import Freeze
import InventoryModel
import Testing

@Suite struct RevisionComparisonTests {
  private func operation(
    _ command: String, _ key: String, in function: String? = "f", line: Int = 1, path: String = "a.py"
  ) -> Operation {
    var operation = Operation(
      place: SourcePlace(path: path, line: line, column: 1), command: command, library: "redis-py", role: "client",
      language: .python, context: .production)
    operation.function = function
    operation.keyTemplates = [key]
    return operation
  }

  private func changes(
    _ before: [Operation], _ after: [Operation], paths: (Set<String>, Set<String>) = (["a.py"], ["a.py"])
  ) -> [String] {
    let diff = RevisionComparison(
      before: RevisionSide(name: .workTree, operations: before, paths: paths.0),
      after: RevisionSide(name: .workTree, operations: after, paths: paths.1)
    ).diff(toolVersion: "", root: "")
    return diff.operations.map { change in
      let operation = change.after ?? change.before
      return "\(change.kind) \(operation?.command ?? "") \(operation?.key ?? "")"
        + change.details.map { "; \($0)" }.joined()
    }
  }

  @Test func `lines do not matter`() {
    #expect(changes([operation("GET", "a", line: 3)], [operation("GET", "a", line: 90)]) == [])
  }

  @Test func `what comes and goes is told`() {
    #expect(
      changes([operation("GET", "a")], [operation("SET", "b")]) == ["went GET a", "came SET b"])
  }

  @Test func `of equal ones the number counts`() {
    let one = operation("GET", "a", line: 1)
    let two = operation("GET", "a", line: 2)
    #expect(changes([one], [one, two]) == ["came GET a"])
    #expect(changes([one, two], [two]) == ["went GET a"])
  }

  @Test func `another key of the same command in the same function is a change`() {
    #expect(changes([operation("GET", "a")], [operation("GET", "b")]) == ["changed GET b; key a → b"])
  }

  @Test func `other facts of the same operation are changes`() {
    var (before, after) = (operation("SET", "a"), operation("SET", "a"))
    before.ttlSeconds = 3600
    (after.setsTTL, after.inLoop, after.connections) = (true, true, ["X"])
    #expect(
      changes([before], [after]) == [
        "changed SET a; ttl 3600 s → known at run time; connection none → X; in a loop no → yes"
      ])
  }

  @Test func `a function of another name is told as that`() {
    #expect(
      changes([operation("GET", "a", in: "f")], [operation("GET", "a", in: "g")]) == [
        "changed GET a; function f → g"
      ])
  }

  @Test func `a file that moved keeps its operations, and one that stays does not lend them`() {
    let (before, after) = ([operation("GET", "a")], [operation("GET", "a", path: "b.py")])
    #expect(changes(before, after, paths: (["a.py"], ["b.py"])) == ["changed GET a; file a.py → b.py"])
    #expect(changes(before, after, paths: (["a.py"], ["a.py", "b.py"])) == ["went GET a", "came GET a"])
  }

  private func finding(_ subject: String, path: String = "a.py", severity: Severity = .error) -> ReportedFinding {
    ReportedFinding(
      Finding(
        rule: "r", severity: severity, place: SourcePlace(path: path, line: 1, column: 1), message: "m", function: "f",
        subject: subject))
  }

  @Test func `findings are new by what they are about`() {
    let comparison = RevisionComparison(
      before: RevisionSide(name: .workTree, findings: [finding("x"), finding("z", path: "old.py")], paths: ["old.py"]),
      after: RevisionSide(
        name: .workTree, findings: [finding("x"), finding("x"), finding("y"), finding("z", path: "new.py")],
        paths: ["new.py"]))
    #expect(comparison.newFindings().map(\.finding.subject) == ["x", "y"])
  }

  @Test func `a finding of another severity has changed`() {
    let diff = RevisionComparison(
      before: RevisionSide(name: .workTree, findings: [finding("x", severity: .advice)]),
      after: RevisionSide(name: .workTree, findings: [finding("x")])
    ).diff(toolVersion: "", root: "")
    #expect(diff.findings.map(\.details) == [["advice → error"]])
  }

  @Test func `keys, channels, locks and scripts are compared by what they are`() {
    var (before, after) = (KeySchema(), KeySchema())
    var (old, new) = (FrozenKey(template: "a:{}"), FrozenKey(template: "a:{}"))
    (old.types, new.types) = (["string"], ["hash"])
    old.writers = [SymbolUse(path: "a.py", symbol: "f")]
    new.writers = [SymbolUse(path: "a.py", symbol: "g")]
    (before.keys, after.keys) = ([old], [new, FrozenKey(template: "b")])
    before.channels = [FrozenChannel(template: "c")]
    let (first, second) = (String(repeating: "1", count: 40), String(repeating: "2", count: 40))
    before.scripts = [FrozenScript(path: "a.py", sha1: first)]
    after.scripts = [FrozenScript(path: "a.py", sha1: second), FrozenScript(path: "b.py", sha1: first)]
    let diff = RevisionComparison(
      before: RevisionSide(name: .workTree, schema: before), after: RevisionSide(name: .workTree, schema: after)
    ).diff(toolVersion: "", root: "")
    #expect(
      diff.names.map { "\($0.subject) \($0.kind) \($0.name): \($0.details.joined(separator: "; "))" } == [
        "key changed a:{}: type string → hash; now written by a.py::g; no longer written by a.py::f", "key came b: ",
        "channel went c: ", "script came a.py: sha1 222222222222", "script changed b.py: file a.py → b.py",
      ])
  }
}
