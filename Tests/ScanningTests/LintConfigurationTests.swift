import InventoryModel
import Scanning
import Testing

@Suite struct LintConfigurationTests {
  private func message(_ text: String) -> String {
    do throws(ConfigurationError) {
      _ = try ConfigurationFile(text: text, path: "c.yml")
      return ""
    } catch {
      return error.description
    }
  }

  private func settings(
    _ file: String, _ commandLine: LintOptions = LintOptions(), root: String = "/x", path: String = "/x/c.yml"
  ) throws -> LintSettings {
    try LintSettings(
      commandLine: commandLine, file: try ConfigurationFile(text: file, path: path), root: root,
      rules: ["a-rule", "b-rule", "c-rule"])
  }

  private func rule(_ id: String, _ severity: Severity = .error) -> Rule { Rule(id: id, title: "", severity: severity) }

  @Test func `all settings are read`() throws {
    let settings = try settings(
      """
      check:
        select: [a-rule, b-rule]
        ignore: b-rule
        severity: {a-rule: advice, c-rule: false}
        failOn: error
        minConfidence: certain
        contexts: [production, test]
        reasons: optional
        baseline: accepted.yml
        staleBaseline: fail
        overrides:
          - paths: ["legacy/**", "*.js"]
            severity: {a-rule: error}
          - paths: legacy/own/**
            ignore: a-rule
      """)
    #expect(settings.select == ["a-rule", "b-rule"])
    #expect(settings.ignore == ["b-rule", "c-rule"])
    #expect(settings.threshold == .error)
    #expect(settings.minimumConfidence == .certain)
    #expect(settings.contexts == [.production, .test])
    #expect(!settings.requiresReasons)
    #expect(settings.failsOnStaleBaseline)
    let levels = ["a.py", "a.js", "legacy/a.py", "legacy/own/a.py"].map {
      settings.severity(of: rule("a-rule"), in: $0)
    }
    #expect(levels == [.advice, .error, .error, nil])
    #expect(settings.severity(of: rule("b-rule"), in: "a.py") == nil)
  }

  @Test(arguments: [
    ("check: {slect: a}", "c.yml:1:9: unknown setting 'slect'; did you mean 'select'?"),
    ("check:\n  failOn: warn", "c.yml:2:11: 'warn' is none of error, warning, advice, never"),
    ("check: {severity: {a-rule: of}}", "c.yml:1:28: 'of' is none of error, warning, advice, off; did you mean 'off'?"),
    ("check: {contexts: prod}", "c.yml:1:19: 'prod' is none of production, test, example"),
    ("check: {overrides: {a: b}}", "c.yml:1:20: a list is expected, not a mapping"),
    ("check: {overrides: [{ignore: a}]}", "c.yml:1:21: 'paths' is missing"),
    ("check: {overrides: [{path: a}]}", "c.yml:1:22: unknown setting 'path'; did you mean 'paths'?"),
    ("check: [a]", "c.yml:1:8: settings of a check are expected, not a list"),
    ("check: {ignore: [[a]]}", "c.yml:1:18: a rule is expected"),
  ])
  func `a mistake is told with its place`(text: String, expected: String) {
    #expect(message(text).hasPrefix(expected), "\(message(text))")
  }

  @Test(arguments: [
    ("check: {ignore: [a-rul]}", "/x/c.yml:1:18: unknown rule 'a-rul'; did you mean"),
    ("check: {severity: {x: error}}", "/x/c.yml:1:20: unknown rule 'x'"),
    (
      "check:\n  overrides:\n    - {paths: a, ignore: zzz}",
      "/x/c.yml:3:26: unknown rule 'zzz' ('redis-inventory rules'"
    ),
  ])
  func `a rule that does not exist is told with its place`(text: String, expected: String) throws {
    let error = try #require(throws: LintSettingsError.self) { try settings(text) }
    #expect(error.description.hasPrefix(expected), "\(error)")
  }

  @Test func `the command line wins`() throws {
    var options = LintOptions()
    options.select = [PlacedName("b-rule")]
    options.threshold = .never
    options.ignore = [PlacedName("a-rule")]
    let settings = try settings("check: {select: a-rule, failOn: error, ignore: [b-rule, c-rule]}", options)
    #expect(settings.select == ["b-rule"])
    #expect(settings.threshold == nil)
    #expect(settings.ignore == ["a-rule", "c-rule"])
  }

  @Test func `a file takes over what it extends, and wins`() throws {
    let tree = try TemporaryTree([
      "base.yml": """
      threads: 2
      exclude: [old]
      check:
        failOn: error
        ignore: [a-rule]
        severity: {b-rule: advice, c-rule: advice}
        overrides: [{paths: sub/x/**, severity: {b-rule: warning}}]
      """,
      "sub/redis-inventory.yml": """
      extend: ../base.yml
      exclude: [new]
      check:
        severity: {b-rule: error}
        overrides: [{paths: x/y/**, ignore: b-rule}]
      """, "sub/x/y/a.py": "",
    ])
    let file = try ConfigurationFile(path: tree.path + "/sub/redis-inventory.yml")
    #expect(file.chain.map(\.path).count == 2)
    let root = tree.path + "/sub"
    let settings = try LintSettings(
      commandLine: LintOptions(), file: file, root: root, rules: ["a-rule", "b-rule", "c-rule"])
    #expect(settings.threshold == .error)
    #expect(settings.ignore == ["a-rule"])
    #expect(settings.severities == ["b-rule": .error, "c-rule": .advice])
    #expect(
      ["x/a.py", "x/y/a.py", "z.py"].map { settings.severity(of: rule("b-rule"), in: $0) } == [.warning, nil, .error])
    let configuration = try Configuration(
      commandLine: Options(), file: file, root: root, conventions: FileClassifier())
    #expect(configuration.threads == 2)
    #expect(configuration.classifier.reasonToSkip("old/a.py") == .excluded)
    #expect(configuration.classifier.reasonToSkip("new/a.py") == .excluded)
  }

  @Test(arguments: [
    ("extend: none.yml", "'none.yml': no such file"),
    ("extend: ./redis-inventory.yml", "leads back to a file that extends it"),
    ("extend: /etc/passwd", "a path from this file's folder is expected"),
    ("extend: ../../x.yml", "it is outside of the work tree"),
  ])
  func `a file that cannot be extended is told`(text: String, expected: String) throws {
    let tree = try TemporaryTree(["x.yml": "", "w/redis-inventory.yml": "", "w/a/redis-inventory.yml": text])
    try tree.run("mkdir w/.git")
    let error = try #require(throws: ConfigurationError.self) {
      try ConfigurationFile(path: tree.path + "/w/a/redis-inventory.yml")
    }
    #expect(error.description.contains("w/a/redis-inventory.yml:1:9: "), "\(error)")
    #expect(error.description.contains(expected), "\(error)")
  }
}
