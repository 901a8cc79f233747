import InventoryModel

extension CheckReporter {
  /// SARIF 2.1.0: findings alone, with the rules' help and how each is known.
  static let sarif = CheckReporter(name: "sarif", summary: "SARIF 2.1.0, for code scanning services") { report, _ in
    SARIFLog(report: report).value.pretty + "\n"
  }
}

/// Writes a report of findings as a SARIF log.
private struct SARIFLog {
  let report: CheckReport

  private static let base = "%SRCROOT%"

  var value: JSONValue {
    .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private var run: JSONValue {
    .object([
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", .string("redis-inventory")),
              ("version", .string(report.toolVersion)),
              ("semanticVersion", .string(report.toolVersion)),
              ("rules", .array(report.rules.map(rule))),
            ])
          )
        ])
      ),
      ("columnKind", .string("unicodeCodePoints")),
      (
        "originalUriBaseIds",
        .object([(SARIFLog.base, .object([("description", text("the root of the work tree"))]))])
      ),
      ("invocations", .array([invocation])),
      ("results", .array(report.findings.map(result))),
    ])
  }

  private var invocation: JSONValue {
    let notes =
      report.files.unreadable.map { notification("not read: \($0.detail ?? $0.reason.rawValue)", $0.path) }
      + report.files.notFullyParsed.map { notification("\($0.errors) syntax errors, read around them", $0.path) }
    return .object([("executionSuccessful", .bool(true)), ("toolExecutionNotifications", .array(notes))])
  }

  private func notification(_ message: String, _ path: String) -> JSONValue {
    .object([
      ("level", .string("note")), ("message", text(message)),
      ("locations", .array([.object([("physicalLocation", .object([("artifactLocation", artifact(path))]))])])),
    ])
  }

  private func rule(_ rule: Rule) -> JSONValue {
    let words = RuleText(rule)
    let migration = rule.migration.map { ["migration-rule-\($0)"] } ?? []
    return .object([
      ("id", .string(rule.id)),
      ("shortDescription", text(rule.title)),
      ("fullDescription", text(rule[.finds])),
      ("help", .object([("text", .string(words.guidance)), ("markdown", .string(words.markdown))])),
      ("defaultConfiguration", .object([("level", .string(level(rule.severity)))])),
      (
        "properties",
        .object([
          ("tags", .strings(["redis"] + migration)),
          ("problem.severity", .string(rule.severity == .advice ? "recommendation" : rule.severity.rawValue)),
        ])
      ),
    ])
  }

  private func result(_ reported: ReportedFinding) -> JSONValue {
    let finding = reported.finding
    var members: [(String, JSONValue)] = [("ruleId", .string(finding.rule))]
    if let index = report.rules.firstIndex(where: { $0.id == finding.rule }) {
      members.append(("ruleIndex", .integer(index)))
    }
    members += [
      ("level", .string(level(finding.severity))),
      ("message", text(finding.message)),
      ("locations", .array([location(reported)])),
      (
        "partialFingerprints",
        .object([
          ("primaryLocationLineHash", .string("\(reported.fingerprint):1")),
          ("redisInventory/v1", .string(reported.fingerprint)),
        ])
      ),
    ]
    if !finding.notes.isEmpty { members.append(("codeFlows", .array([codeFlow(reported)]))) }
    members.append(
      (
        "properties",
        .object([
          ("confidence", .string(finding.confidence.rawValue)), ("context", .string(finding.context.rawValue)),
          ("subject", .string(finding.subject)), ("fails", .bool(reported.fails)),
        ])
      ))
    return .object(members)
  }

  private func location(_ reported: ReportedFinding) -> JSONValue {
    let finding = reported.finding
    var members = [("physicalLocation", physicalLocation(finding.place, length: finding.length, reported.frame))]
    if let function = finding.function {
      members.append(
        (
          "logicalLocations",
          .array([.object([("fullyQualifiedName", .string(function)), ("kind", .string("function"))])])
        ))
    }
    return .object(members)
  }

  /// The evidence in its order, and at its end the finding itself.
  private func codeFlow(_ reported: ReportedFinding) -> JSONValue {
    let steps = reported.finding.notes + [Evidence(place: reported.finding.place, what: reported.finding.message)]
    let locations = steps.map { step in
      JSONValue.object([
        (
          "location",
          .object([("physicalLocation", physicalLocation(step.place, length: nil, nil)), ("message", text(step.what))])
        )
      ])
    }
    return .object([("threadFlows", .array([.object([("locations", .array(locations))])]))])
  }

  private func physicalLocation(_ place: SourcePlace, length: Int?, _ frame: CodeFrame?) -> JSONValue {
    var region: [(String, JSONValue)] = [("startLine", .integer(place.line)), ("startColumn", .integer(place.column))]
    if let length { region.append(("endColumn", .integer(place.column + length))) }
    if let line = frame?[place.line] { region.append(("snippet", text(line))) }
    return .object([("artifactLocation", artifact(place.path)), ("region", .object(region))])
  }

  private func artifact(_ path: String) -> JSONValue {
    .object([
      ("uri", .string(PercentEncoding.path(report.folderInWorkTree + path))), ("uriBaseId", .string(SARIFLog.base)),
    ])
  }

  private func text(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }
}

/// Paths as parts of a URI.
enum PercentEncoding {
  static func path(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "+"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }.joined()
  }
}
