import InventoryModel

extension InventoryReporter {
  /// The document, readable as it is and rendered.
  package static let markdown = InventoryReporter(name: "markdown", summary: "the document") { document in
    MarkdownDocument(document).lines.joined(separator: "\n") + "\n"
  }
}

/// Writes the inventory in Markdown.
struct MarkdownDocument {
  let document: InventoryDocument

  init(_ document: InventoryDocument) { self.document = document }

  var lines: [String] {
    var lines = [InventoryFile.title, ""]
    lines += summary
    for (context, title) in [(FileContext.production, "Patterns"), (.example, "Patterns in examples")] {
      let patterns = document.patterns.filter { $0.context == context }
      guard !patterns.isEmpty else { continue }
      let head = ["Pattern", "Source anchors", "Redis primitives", "Compatibility concerns"]
      lines += ["", "## \(title)", ""] + MarkdownTable.lines(head, patterns.map(row))
      for pattern in patterns { lines += [""] + MarkdownSection(pattern, document).lines }
    }
    lines += SchemaTables(document).all.flatMap(MarkdownTable.section) + unresolvedSites
    lines += InfrastructureTables(facts: document.infrastructure).all.flatMap(MarkdownTable.section) + unread
    let diagram = MermaidDiagram(document: document).lines
    if !diagram.isEmpty {
      lines += ["", "## Diagram", "", "Parts of the source, patterns, connections.", ""] + diagram
    }
    return lines
  }

  private var summary: [String] {
    let summary = document.summary
    let contexts = FileContext.allCases.compactMap { context in
      summary.operations[context].map { "\($0) in \(MarkdownDocument.names[context] ?? "")" }
    }
    var lines = [
      CountText.of(summary.operations.values.reduce(0, +), "operation")
        + (contexts.isEmpty ? "" : " (\(contexts.joined(separator: ", ")))")
        + "; \(unresolved)."
    ]
    if !summary.primitives.isEmpty {
      lines += ["", "Production code uses " + MarkdownDocument.counts(summary.primitives) + "."]
      lines += ["", "Client libraries: " + MarkdownDocument.counts(summary.libraries) + "."]
    }
    return lines
  }

  private var unresolved: String {
    let count = document.summary.unresolved
    if count == 0 { return "every call of a client was resolved" }
    return "\(CountText.of(count, "call")) could not be resolved"
  }

  private var unresolvedSites: [String] {
    guard !document.unresolved.isEmpty else { return [] }
    return ["", "## Not resolved", ""]
      + document.unresolved.map { site in
        let anchor = Anchor(path: site.place.path, symbol: site.name, lines: [site.place.line])
        return "- \(MarkdownAnchor.text(anchor)): \(MarkdownText.plain(site.reason))"
      }
  }

  private var unread: [String] {
    let unread = InfrastructureTables(facts: document.infrastructure).unread
    guard !unread.isEmpty else { return [] }
    return ["", "Read line by line only, since they are not valid:", ""]
      + unread.map { "- \(MarkdownAnchor.text($0.anchor)): \(MarkdownText.plain($0.reason))" }
  }

  static let names: [FileContext: String] = [.production: "production code", .test: "tests", .example: "examples"]

  private static func counts(_ counts: [NamedCount]) -> String {
    counts.map { "\(MarkdownText.plain($0.name)) (\($0.count))" }.joined(separator: ", ")
  }

  private func row(_ pattern: PatternEntry) -> [String] {
    let paths = Set(pattern.anchors.map(\.path)).sorted()
    let kind = pattern.saysItsKind ? "" : "<br>\(MarkdownText.plain(pattern.title))"
    let name = MarkdownText.link(pattern.name) + kind
    return [
      name, paths.map(MarkdownText.code).joined(separator: "<br>"),
      pattern.primitives.map { MarkdownText.plain($0.name) }.joined(separator: ", "),
      MarkdownText.rich(
        RichText.joined(Array((pattern.concerns + pattern.errors).prefix(MarkdownDocument.concernsInTable)), by: "; ")),
    ]
  }

  /// How many concerns a row shows; its section has all.
  static let concernsInTable = 4
}

extension PatternEntry {
  /// Whether its name tells what kind of pattern it is.
  var saysItsKind: Bool { name.lowercased().contains(title.lowercased()) }
}
