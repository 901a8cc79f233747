import InventoryModel

/// A report of findings with something in every member, and with text that formats must escape.
enum SampleCheckReport {
  static var report: CheckReport {
    var files = FileRecords()
    (files.searched, files.read) = (40, 6)
    files.notFullyParsed = [PartlyParsedFile(path: "app/old file.py", errors: 2, isCut: false)]
    files.unreadable = [SkippedFile(path: "app/secret.py", reason: .unreadable, detail: "Permission denied")]
    var report = CheckReport(
      toolVersion: "1.2.3", root: "shop", findings: [plain, inferred, hostile], rules: rules, operationCount: 12,
      files: files)
    report.folderInWorkTree = "services/shop/"
    report.folderFromHere = "shop/"
    report.hidden.byContext = [.test: 2]
    report.hidden.bySuppression = 1
    report.hidden.byBaseline = 3
    return report
  }

  private static let rules = [
    Rule(
      id: "keys-in-production", title: "KEYS in production code", severity: .error, migration: 9, since: "0.2.0",
      sections: [
        RuleSection(kind: .finds, text: "Every KEYS."), RuleSection(kind: .why, text: "It blocks <all> & \"each\"."),
        RuleSection(kind: .instead, text: "Use `SCAN`,\nor no search.\n\n- A list."),
        RuleSection(kind: .blindSpots, text: "Much."),
      ]),
    Rule(id: "odd", title: "Odd <things>", severity: .advice, since: "0.2.0"),
  ]

  private static var plain: ReportedFinding {
    var reported = ReportedFinding(
      Finding(
        rule: "keys-in-production", severity: .error, place: place("app/cart.py", 12, 14), length: 4,
        message: "KEYS cart:* walks the keyspace", function: "Cart.all", subject: "KEYS cart:*",
        notes: [
          Evidence(place: place("app/conn.py", 4, 8), what: "redis.Redis(…) makes a client"),
          Evidence(place: place("app/cart.py", 8, 5), what: "kept in Cart._redis"),
        ]), occurrence: 2, fails: true)
    reported.fingerprint = "da39a3ee5e6b4b0d3255bfef95601890afd80709"
    reported.frame = CodeFrame(
      firstLine: 11, lines: ["    def all(self):", "\treturn c.keys(\"cart:*\")", ""])
    return reported
  }

  private static var inferred: ReportedFinding {
    var reported = ReportedFinding(
      Finding(
        rule: "keys-in-production", severity: .warning, place: place("app/cart.py", 30, 1),
        message: "KEYS {} walks the keyspace", subject: "KEYS {}", confidence: .inferred))
    reported.fingerprint = "aa39a3ee5e6b4b0d3255bfef95601890afd80709"
    return reported
  }

  private static var hostile: ReportedFinding {
    var reported = ReportedFinding(
      Finding(
        rule: "odd", severity: .advice, place: place("tests/odd|name\u{1B}[31m, 100%.js", 1, 1),
        message: "a|b`c\"\\\n\u{202E}<img> & ::error::", subject: "a|b", context: .test))
    reported.fingerprint = "ba39a3ee5e6b4b0d3255bfef95601890afd80709"
    reported.frame = CodeFrame(firstLine: 1, lines: ["\u{1B}[31mred\u{202E}"])
    return reported
  }

  private static func place(_ path: String, _ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(path: path, line: line, column: column)
  }
}
