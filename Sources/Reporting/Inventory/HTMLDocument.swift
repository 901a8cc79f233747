import InventoryModel

extension InventoryReporter {
  /// One page that holds all that it needs.
  static let html = InventoryReporter(name: "html", summary: "one page with search and filters") { document in
    HTMLPage(document).text
  }
}

/// Writes the inventory as one page.
struct HTMLPage {
  let document: InventoryDocument

  init(_ document: InventoryDocument) { self.document = document }

  var text: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>Redis inventory</title>
    <style>
    \(HTMLAssets.style)
    </style>
    </head>
    <body>
    <header>
    <h1>Redis inventory</h1>
    <p>\(summary)</p>
    </header>
    \(controls)
    <main>
    \(([patterns, diagram, sections] + tables).filter { !$0.isEmpty }.joined(separator: "\n"))
    </main>
    <script>
    \(HTMLAssets.script)
    </script>
    </body>
    </html>

    """
  }

  private var summary: String {
    let summary = document.summary
    let contexts = FileContext.allCases.compactMap { context in
      summary.operations[context].map { "\($0) in \(MarkdownDocument.names[context] ?? "")" }
    }
    let unresolved = summary.unresolved == 0 ? "" : "; \(CountText.of(summary.unresolved, "call")) not resolved"
    return HTMLText.plain("Operations: \(contexts.joined(separator: ", "))\(unresolved). ")
      + summary.primitives.map { "<span class=\"tag\">\(HTMLText.plain($0.name)) \($0.count)</span>" }.joined(
        separator: " ")
  }

  // MARK: Controls

  private var controls: String {
    """
    <nav>
    <input id="search" type="search" placeholder="Search names, files, keys, commands" aria-label="Search">
    \(choice("kind", "All kinds", document.patterns.map(\.title)))
    \(choice("connection", "All connections", document.connections.compactMap(\.name)))
    \(choice("service", "All parts", document.services.map(\.name)))
    \(choice("library", "All libraries", document.patterns.flatMap(\.libraries)))
    <span id="count" role="status"></span>
    </nav>
    """
  }

  private func choice(_ id: String, _ all: String, _ values: [String]) -> String {
    let options = Set(values).sorted().map { "<option>\(HTMLText.plain($0))</option>" }.joined()
    return "<select id=\"\(id)\" aria-label=\"\(all)\"><option value=\"\">\(all)</option>\(options)</select>"
  }

  /// What the controls look at, as attributes of a row or section.
  private func attributes(_ pattern: PatternEntry) -> String {
    let services = document.services.filter { $0.patterns.contains(pattern.id) }.map(\.name)
    let values: [(String, [String])] = [
      ("kind", [pattern.title]), ("connection", pattern.connections), ("service", services),
      ("library", pattern.libraries),
    ]
    return " data-pattern=\"\(HTMLText.plain(pattern.id))\""
      + values.map { " data-\($0)=\"\($1.map(HTMLText.plain).joined(separator: "&#10;"))\"" }.joined()
  }

  // MARK: Patterns

  private var patterns: String {
    let rows = document.patterns.map { pattern in
      HTMLText.row(
        [
          "<a href=\"#\(HTMLText.plain(pattern.id))\">\(HTMLText.plain(pattern.name))</a>"
            + (pattern.saysItsKind ? "" : "<div class=\"kind\">\(HTMLText.plain(pattern.title))</div>"),
          Set(pattern.anchors.map(\.path)).sorted().map(HTMLText.code).joined(separator: "<br>"),
          pattern.primitives.map { HTMLText.plain($0.name) }.joined(separator: ", "),
          HTMLText.list(
            (pattern.concerns + pattern.errors).prefix(MarkdownDocument.concernsInTable).map(HTMLText.rich)),
        ], attributes: attributes(pattern))
    }
    let head = ["Pattern", "Source anchors", "Redis primitives", "Compatibility concerns"]
    return "<h2>Patterns</h2>\n" + HTMLText.table(head, rows, id: "patterns")
  }

  private var tables: [String] {
    let unresolved = DocumentTable(
      title: "Not resolved", head: ["Source", "Why"],
      rows: document.unresolved.map { site in
        let anchor = Anchor(path: site.place.path, symbol: site.name, lines: [site.place.line])
        return [[.anchor(anchor)], .plain(site.reason)]
      })
    let infrastructure = InfrastructureTables(facts: document.infrastructure)
    let unread = DocumentTable(
      title: "Read line by line only, since they are not valid", head: ["Source", "Why"],
      rows: infrastructure.unread.map { [[.anchor($0.anchor)], .plain($0.reason)] })
    return (SchemaTables(document).all + [unresolved] + infrastructure.all + [unread]).map(HTMLText.section)
  }

  private var diagram: String {
    let drawing = SVGDiagram(document: document).text
    return drawing.isEmpty ? "" : "<h2>Diagram</h2>\n<div class=\"wide\">\(drawing)</div>"
  }

  private var sections: String {
    document.patterns.map { pattern in
      let facts: [(String, [String])] = [
        ("Owner", pattern.owners.map(HTMLText.plain)), ("Notes", pattern.notes.map { [HTMLText.plain($0)] } ?? []),
        ("Concerns", pattern.concerns.map(HTMLText.rich)),
        ("Locks", pattern.locks.flatMap(LockText.lines).map(HTMLText.rich)),
        ("Errors", pattern.errors.map(HTMLText.rich)),
        ("Source", pattern.anchors.map(HTMLText.anchor)),
        (
          "Commands",
          pattern.primitives.map {
            let commands = $0.commands.map(HTMLText.code).joined(separator: " ")
            return HTMLText.plain($0.name) + (commands.isEmpty ? "" : ": \(commands)")
          }
        ),
        ("Keys", pattern.keys.map(HTMLText.code)), ("Channels", pattern.channels.map(HTMLText.code)),
        ("Connections", pattern.connections.map(HTMLText.code)), ("Used by", pattern.usedBy.map(HTMLText.anchor)),
        ("Tests", pattern.tests.map(HTMLText.anchor)),
      ]
      let lists = facts.filter { !$0.1.isEmpty }.map { title, items in
        let list = HTMLText.list(items)
        return items.count > 12
          ? "<dt>\(title)</dt><dd><details><summary>\(items.count)</summary>\(list)</details></dd>"
          : "<dt>\(title)</dt><dd>\(list)</dd>"
      }
      return """
        <section id="\(HTMLText.plain(pattern.id))"\(attributes(pattern))>
        <h3>\(HTMLText.plain(pattern.name))</h3>
        <p><b>\(HTMLText.plain(pattern.title)).</b> \(HTMLText.plain(pattern.explanation))</p>
        <dl>\(lists.joined())</dl>
        </section>
        """
    }.joined(separator: "\n")
  }
}
