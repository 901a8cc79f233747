import InventoryModel

/// The parts of the document that are about servers and the ways to them, from the files around the code.
struct MarkdownInfrastructure {
  let facts: InfrastructureFacts

  var lines: [String] { servers + addresses + reads + variables + packages + calls + secrets + unread }

  private var servers: [String] {
    table(
      "Servers", ["Server", "Source", "Image", "Licence", "Ports", "Settings"],
      facts.servers.map { server in
        let name = server.name ?? server.product ?? server.place.path
        let image = server.image?.text ?? [server.product, server.version].compactMap(\.self).joined(separator: " ")
        return [
          ([name] + server.aliases.filter { $0 != name }).map(MarkdownText.code).joined(separator: "<br>"),
          anchor([server.place], server.source, server.context), image.isEmpty ? "" : MarkdownText.code(image),
          MarkdownText.plain(server.licences.joined(separator: " or ")),
          server.ports.map { port in (port.published.map { "\($0) → " } ?? "") + String(port.port) }.joined(
            separator: "<br>"),
          settings(of: server).joined(separator: "<br>"),
        ]
      })
  }

  private func settings(of server: ServerRecord) -> [String] {
    var lines = server.settings.map { MarkdownText.code("\($0.name) \($0.value)") }
    lines += server.users.map { MarkdownText.code((["user", $0.name] + $0.rules).joined(separator: " ")) }
    if let demandsTLS = server.demandsTLS { lines.append(demandsTLS ? "TLS only" : "without TLS") }
    lines += server.settingsFiles.map { "see " + MarkdownText.code($0) }
    return lines
  }

  private var addresses: [String] {
    let groups = grouped(facts.urls) { [$0.text, $0.variable ?? "", $0.source.rawValue, $0.context.rawValue] }
    return table(
      "Addresses", ["Address", "Stands in", "Source"],
      groups.map { urls in
        [
          MarkdownText.code(urls[0].text), urls[0].variable.map(MarkdownText.code) ?? "",
          anchor(urls.map(\.place), urls[0].source, urls[0].context),
        ]
      })
  }

  private var reads: [String] {
    table(
      "Variables that are read", ["The first that is set", "Else", "Read by"],
      grouped(facts.reads) { $0.names + [$0.fallback ?? "", $0.place.path, $0.function ?? "", $0.context.rawValue] }.map
      { reads in
        let read = reads[0]
        let place = MarkdownAnchor.text(
          Anchor(path: read.place.path, symbol: read.function, lines: Set(reads.map(\.place.line)).sorted()))
        return [
          read.names.map(MarkdownText.code).joined(separator: ", then "), read.fallback.map(MarkdownText.code) ?? "",
          place + context(read.context),
        ]
      })
  }

  private var variables: [String] {
    let groups = grouped(facts.variables) {
      [$0.name, $0.value ?? "", $0.service ?? "", $0.place.path, $0.context.rawValue]
    }
    return table(
      "Variables that are set", ["Variable", "Value", "For", "Source"],
      groups.map { variables in
        let variable = variables[0]
        return [
          MarkdownText.code(variable.name),
          variable.value.map { $0.isEmpty ? "" : MarkdownText.code($0) } ?? "not shown",
          variable.service.map(MarkdownText.code) ?? "",
          anchor(variables.map(\.place), variable.source, variable.context),
        ]
      })
  }

  private var packages: [String] {
    table(
      "Libraries", ["Library", "Language", "Asked for", "Locked", "Source"],
      grouped(facts.packages) { [$0.library, $0.package, $0.language.rawValue, $0.context.rawValue] }.map { packages in
        let asked = unique(packages.compactMap(\.requirement))
        let locked = unique(packages.filter { $0.requirement == nil }.compactMap(\.version))
        let places = unique(
          packages.map { MarkdownAnchor.text(Anchor(path: $0.place.path, symbol: nil, lines: [$0.place.line])) })
        return [
          MarkdownText.plain(packages[0].library), packages[0].language.rawValue,
          asked.map(MarkdownText.code).joined(separator: "<br>"),
          locked.map(MarkdownText.code).joined(separator: "<br>"),
          places.joined(separator: "<br>") + context(packages[0].context),
        ]
      })
  }

  private var calls: [String] {
    let groups = grouped(facts.invocations) {
      [
        $0.program, $0.command ?? "", $0.arguments.joined(separator: " "), $0.options.joined(separator: " "),
        $0.input ?? "",
        $0.place.path, $0.context.rawValue,
      ]
    }
    return table(
      "Calls from the command line", ["Sends", "Options", "Source"],
      groups.map { calls in
        let call = calls[0]
        let sent = ([call.command] + call.arguments.map { $0 }).compactMap(\.self).joined(separator: " ")
        return [
          MarkdownText.code(call.program) + (sent.isEmpty ? "" : " " + MarkdownText.code(sent))
            + (call.input.map { " reads " + MarkdownText.code($0) } ?? ""),
          call.options.map(MarkdownText.code).joined(separator: " "),
          anchor(calls.map(\.place), call.source, call.context),
        ]
      })
  }

  private var secrets: [String] {
    let groups = grouped(facts.secrets) { [$0.what, $0.place.path, $0.context.rawValue] }
    return table(
      "Passwords that are written down", ["What", "Source"],
      groups.map { secrets in
        [MarkdownText.code(secrets[0].what), anchor(secrets.map(\.place), secrets[0].source, secrets[0].context)]
      })
  }

  private var unread: [String] {
    guard !facts.unread.isEmpty else { return [] }
    return ["", "Read line by line only, since they are not valid:", ""]
      + facts.unread.map {
        "- \(MarkdownAnchor.text(Anchor(path: $0.path, symbol: nil, lines: [$0.line]))): \(MarkdownText.plain($0.reason))"
      }
  }

  /// Places of one file, with what kind of file it is.
  private func anchor(_ places: [SourcePlace], _ source: InfrastructureSource, _ context: FileContext) -> String {
    let byPath = Dictionary(grouping: places, by: \.path).sorted { $0.key < $1.key }
    let anchors = byPath.map { path, places in
      MarkdownAnchor.text(Anchor(path: path, symbol: nil, lines: Set(places.map(\.line)).sorted()))
    }
    return anchors.joined(separator: "<br>") + self.context(context)
  }

  private func context(_ context: FileContext) -> String { context == .production ? "" : " (\(context.rawValue))" }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Records that are equal but for their places, in the order of the first; production first.
  private func grouped<Record>(_ records: [Record], by key: (Record) -> [String]) -> [[Record]] {
    var order: [[String]] = []
    var groups: [[String]: [Record]] = [:]
    for record in records {
      let key = key(record)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(record)
    }
    return order.compactMap { groups[$0] }
  }

  private func table(_ title: String, _ head: [String], _ rows: [[String]]) -> [String] {
    rows.isEmpty ? [] : ["", "## \(title)", ""] + MarkdownTable.lines(head, rows)
  }
}
