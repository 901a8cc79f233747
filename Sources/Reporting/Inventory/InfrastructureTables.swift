import InventoryModel

/// The tables that are about servers and the ways to them, from the files around the code.
struct InfrastructureTables {
  private typealias Cell = DocumentTable.Cell

  let facts: InfrastructureFacts

  var all: [DocumentTable] { [servers, addresses, reads, variables, packages, calls, secrets] }

  /// Files that could only be read line by line, with the reason.
  var unread: [(anchor: Anchor, reason: String)] {
    facts.unread.map { (Anchor(path: $0.path, symbol: nil, lines: [$0.line]), $0.reason) }
  }

  private var servers: DocumentTable {
    DocumentTable(
      title: "Servers", head: ["Server", "Source", "Image", "Licence", "Ports", "Settings"],
      rows: facts.servers.map { server in
        let name = server.name ?? server.product ?? server.place.path
        let image = server.image?.text ?? [server.product, server.version].compactMap(\.self).joined(separator: " ")
        let ports = server.ports.map { port in (port.published.map { "\($0) → " } ?? "") + String(port.port) }
        return [
          .codes([name] + server.aliases.filter { $0 != name }), anchor([server.place], server.context),
          .codes(image.isEmpty ? [] : [image]), .plain(server.licences.joined(separator: " or ")),
          Cell(lines: ports.map { [.plain($0)] }), settings(of: server),
        ]
      })
  }

  private func settings(of server: ServerRecord) -> Cell {
    let named = server.settings.map { "\($0.name) \($0.value)" }
    let users = server.users.map { (["user", $0.name] + $0.rules).joined(separator: " ") }
    var cell = Cell.codes(named + users)
    if let demandsTLS = server.demandsTLS { cell.lines.append([.plain(demandsTLS ? "TLS only" : "without TLS")]) }
    cell.lines += server.settingsFiles.map { [.plain("see "), .code($0)] }
    return cell
  }

  private var addresses: DocumentTable {
    let groups = grouped(facts.urls) { [$0.text, $0.variable ?? "", $0.source.rawValue, $0.context.rawValue] }
    return DocumentTable(
      title: "Addresses", head: ["Address", "Stands in", "Source"],
      rows: groups.map { urls in
        [
          [.code(urls[0].text)], .codes(urls[0].variable.map { [$0] } ?? []),
          anchor(urls.map(\.place), urls[0].context),
        ]
      })
  }

  private var reads: DocumentTable {
    let groups = grouped(facts.reads) {
      $0.names + [$0.fallback ?? "", $0.place.path, $0.function ?? "", $0.context.rawValue]
    }
    return DocumentTable(
      title: "Variables that are read", head: ["The first that is set", "Else", "Read by"],
      rows: groups.map { reads in
        let read = reads[0]
        let place = Anchor(path: read.place.path, symbol: read.function, lines: lines(reads.map(\.place)))
        return [
          Cell(lines: [Array(read.names.map { [.code($0)] }.joined(separator: [.plain(", then ")]))]),
          .codes(read.fallback.map { [$0] } ?? []), Cell.anchors([place]).with(remark(read.context)),
        ]
      })
  }

  private var variables: DocumentTable {
    let groups = grouped(facts.variables) {
      [$0.name, $0.value ?? "", $0.service ?? "", $0.place.path, $0.context.rawValue]
    }
    return DocumentTable(
      title: "Variables that are set", head: ["Variable", "Value", "For", "Source"],
      rows: groups.map { variables in
        let variable = variables[0]
        return [
          [.code(variable.name)], variable.value.map { .codes($0.isEmpty ? [] : [$0]) } ?? .plain("not shown"),
          .codes(variable.service.map { [$0] } ?? []), anchor(variables.map(\.place), variable.context),
        ]
      })
  }

  private var packages: DocumentTable {
    let groups = grouped(facts.packages) { [$0.library, $0.package, $0.language.rawValue, $0.context.rawValue] }
    return DocumentTable(
      title: "Libraries", head: ["Library", "Language", "Asked for", "Locked", "Source"],
      rows: groups.map { packages in
        let locked = packages.filter { $0.requirement == nil }.compactMap(\.version)
        let places = packages.map { Anchor(path: $0.place.path, symbol: nil, lines: [$0.place.line]) }
        return [
          .plain(packages[0].library), .plain(packages[0].language.rawValue),
          .codes(unique(packages.compactMap(\.requirement))), .codes(unique(locked)),
          Cell.anchors(unique(places)).with(remark(packages[0].context)),
        ]
      })
  }

  private var calls: DocumentTable {
    let groups = grouped(facts.invocations) {
      [
        $0.program, $0.command ?? "", $0.arguments.joined(separator: " "), $0.options.joined(separator: " "),
        $0.input ?? "", $0.place.path, $0.context.rawValue,
      ]
    }
    return DocumentTable(
      title: "Calls from the command line", head: ["Sends", "Options", "Source"],
      rows: groups.map { calls in
        let call = calls[0]
        let sent = ([call.command] + call.arguments).compactMap(\.self).joined(separator: " ")
        var parts: [DocumentTable.Part] = [.code(call.program)]
        if !sent.isEmpty { parts += [.plain(" "), .code(sent)] }
        if let input = call.input { parts += [.plain(" reads "), .code(input)] }
        return [
          Cell(lines: [parts]), call.options.isEmpty ? [] : .row(call.options),
          anchor(calls.map(\.place), call.context),
        ]
      })
  }

  private var secrets: DocumentTable {
    let groups = grouped(facts.secrets) { [$0.what, $0.place.path, $0.context.rawValue] }
    return DocumentTable(
      title: "Passwords that are written down", head: ["What", "Source"],
      rows: groups.map { [[.code($0[0].what)], anchor($0.map(\.place), $0[0].context)] })
  }

  /// Places by file, with what kind of file it is.
  private func anchor(_ places: [SourcePlace], _ context: FileContext) -> Cell {
    let byPath = Dictionary(grouping: places, by: \.path).sorted { $0.key < $1.key }
    return Cell.anchors(byPath.map { Anchor(path: $0.key, symbol: nil, lines: lines($0.value)) }).with(remark(context))
  }

  private func lines(_ places: [SourcePlace]) -> [Int] { Set(places.map(\.line)).sorted() }

  private func remark(_ context: FileContext) -> String {
    context == .production ? "" : " (\(context.rawValue))"
  }

  private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
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
}
