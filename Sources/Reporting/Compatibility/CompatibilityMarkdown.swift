import InventoryModel

extension CompatibilityReporter {
  /// A verdict a target, what stands against it, the matrix and the parts that can move apart.
  package static let markdown = CompatibilityReporter(
    name: "markdown", summary: "verdicts, what stands against them, a matrix, and what can move apart"
  ) { report in
    var page = CompatibilityPage(report)
    return page.text()
  }
}

/// Writes the page.
private struct CompatibilityPage {
  let report: CompatibilityReport
  private var lines: [String] = []

  init(_ report: CompatibilityReport) { self.report = report }

  mutating func text() -> String {
    let rows = report.targets.map { target in
      let production = target.uses.filter { $0.context == .production }
      let refused = production.count { $0.effect == .blocks }
      let limited = production.count { $0.effect == .limits }
      return [
        MarkdownText.plain(target.title), target.verdict.rawValue, String(refused), String(limited),
        "\(MarkdownText.plain(target.version)), \(target.read)",
      ]
    }
    lines = ["# Compatibility", ""] + MarkdownTable.lines(["Target", "Verdict", "Refused", "Limited", "Read"], rows)
    addAssumptions()
    for target in report.targets { addTarget(target) }
    addMatrix()
    addWorkloads()
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func addTarget(_ target: TargetAssessment) {
    lines += ["", "## \(MarkdownText.plain(target.title)): \(target.verdict.rawValue)"]
    for (effect, title) in CompatibilityPage.sections {
      let uses = target.uses.filter { $0.context == .production && $0.effect == effect }
      guard !uses.isEmpty else { continue }
      lines += ["", "### \(title)", ""] + CompatibilityPage.grouped(uses)
    }
    let others = target.uses.count { $0.context != .production && $0.effect >= .limits }
    if others > 0 { lines += ["", "\(others) more in tests and examples: see the JSON report."] }
    if !target.notes.isEmpty {
      lines += ["", "### Of the target itself", ""]
      lines += target.notes.map { "- \(MarkdownText.plain($0.fact)) (\(MarkdownText.plain($0.source)))" }
    }
  }

  private static let sections: [(TargetUse.Effect, String)] = [
    (.blocks, "Refused"), (.limits, "Limited"), (.unstated, "Not stated by what was read"), (.notes, "Good to know"),
  ]

  /// One item for each command and fact, with all its places.
  private static func grouped(_ uses: [TargetUse]) -> [String] {
    var order: [Group] = []
    var places: [Group: [TargetUse]] = [:]
    for use in uses {
      let group = Group(use)
      if places[group] == nil { order.append(group) }
      places[group, default: []].append(use)
    }
    return order.flatMap { item($0, places[$0] ?? []) }
  }

  private struct Group: Hashable {
    let command: String
    let via: String?
    let fact: String

    init(_ use: TargetUse) { (command, via, fact) = (use.command, use.via, use.fact) }
  }

  private static func item(_ group: Group, _ uses: [TargetUse]) -> [String] {
    let via = group.via.map { ", sent by \(MarkdownText.plain($0))" } ?? ""
    var lines = ["- \(MarkdownText.code(group.command))\(via): \(MarkdownText.plain(group.fact))"]
    if let use = uses.first {
      if let wayOut = use.wayOut {
        let elsewhere = use.staysOnTarget ? "" : " (not on this target)"
        lines.append("  - Instead: \(MarkdownText.plain(wayOut))\(use.effect == .blocks ? elsewhere : "")")
      }
      let basis = use.basis.map { " (\($0))" } ?? ""
      lines.append("  - Source: \(MarkdownText.plain(use.source))\(basis)")
    }
    lines += uses.map { use in
      let words = use.keys + [use.channel].compactMap { $0.map { "channel " + $0 } }
      let what = words.isEmpty ? "" : " " + words.map(MarkdownText.code).joined(separator: " ")
      let function = use.function.map { " in \(MarkdownText.code($0))" } ?? ""
      let handled = use.handledAt == nil ? "" : ", errors handled there"
      let inferred = use.confidence == .certain ? "" : ", \(use.confidence.rawValue)"
      return "  - \(MarkdownText.code("\(use.place.path):\(use.place.line)"))\(what)\(function)\(handled)\(inferred)"
    }
    return lines
  }

  private mutating func addAssumptions() {
    guard !report.assumptions.isEmpty else { return }
    lines += ["", "## What plans take for granted", ""]
    let rows = report.assumptions.map { assumption in
      let more = assumption.places - assumption.because.count
      let reasons = assumption.because.map { MarkdownText.plain($0) }
      let rest = !assumption.holds && more > 0 ? ["\(more) more"] : []
      return [
        MarkdownText.plain(assumption.says), assumption.holds ? "yes" : "no",
        (reasons + rest).joined(separator: "<br>"),
      ]
    }
    lines += MarkdownTable.lines(["Assumption", "Holds", "Because"], rows)
  }

  private mutating func addMatrix() {
    guard !report.subjects.isEmpty else { return }
    lines += ["", "## Matrix", ""]
    lines += MarkdownTable.lines(
      ["", "Operations"] + titles,
      report.subjects.map { row in
        [MarkdownText.plain(row.name), String(row.operations)] + CompatibilityPage.cells(row.verdicts)
      })
  }

  private mutating func addWorkloads() {
    guard !report.workloads.isEmpty else { return }
    lines += [
      "", "## What can move apart", "",
      "What shares a connection, a key, a channel, a script or a transaction moves together; the parts in this order:",
      "",
    ]
    let rows = report.workloads.enumerated().map { number, part in
      let files = part.paths.map(MarkdownText.code).joined(separator: "<br>")
      let reasons = part.reasons.map { MarkdownText.plain($0) }.joined(separator: "<br>")
      return [
        String(number + 1), MarkdownText.code(part.name), String(part.operations), files, reasons, part.step,
      ] + CompatibilityPage.cells(part.verdicts)
    }
    lines += MarkdownTable.lines(["Step", "Part", "Operations", "Files", "Joined by", "How"] + titles, rows)
  }

  private var titles: [String] { report.targets.map { MarkdownText.plain($0.title) } }

  private static func cells(_ verdicts: [TargetVerdict]) -> [String] {
    verdicts.map { verdict in
      switch verdict {
      case .asIs: "yes"
      case .withChanges: "with changes"
      case .doesNotRun: "no"
      }
    }
  }
}
