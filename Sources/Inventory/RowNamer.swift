import InventoryModel
import Knowledge

/// Names rows in plain words, after the code that they are about.
struct RowNamer {
  /// What the documentation at the head of files says, by path.
  let documentation: [String: String]

  /// Names for all rows, each once.
  func names(of rows: [PatternRow]) -> [String] {
    let keys = Dictionary(rows.map { ($0.owners[0], $0.incidences.compactMap(\.key)) }, uniquingKeysWith: +)
    let owners = rows.map { ownerName($0, keys: keys[$0.owners[0]] ?? []) }
    var leading: [String: Int] = [:]
    for (index, row) in rows.enumerated() where row.definition.naming != .title && row.definition.scope != .tree {
      guard let other = leading[owners[index]] else {
        leading[owners[index]] = index
        continue
      }
      if outranks(row, rows[other]) { leading[owners[index]] = index }
    }
    var names: [String] = []
    for (index, row) in rows.enumerated() {
      let title = row.definition.title
      let name =
        switch row.definition.naming {
        case _ where row.definition.scope == .tree: title
        case _ where row.definition.phrase != nil: phrase(row)
        case .title: "\(owners[index]): \(PlainWords.lowered(title))"
        case .plural where leading[owners[index]] == index && row.owners[0].type != nil:
          PlainWords.plural(owners[index])
        case .owner where leading[owners[index]] == index, .plural where leading[owners[index]] == index: owners[index]
        default: "\(owners[index]): \(keyWord(row, owners[index]) ?? PlainWords.lowered(title))"
        }
      names.append(name)
    }
    return unique(names, rows)
  }

  /// The phrase of a pattern with the words of the row's file.
  private func phrase(_ row: PatternRow) -> String {
    let words = moduleWords(row.owners[0].path).map { $0.lowercased() }
    let phrase = row.definition.phrase ?? ""
    let telling = words.filter { !NameWords.split(phrase).contains($0) }
    return phrase.replacing("{module} ", with: telling.map { $0 + " " }.joined())
  }

  /// What the keys of a row say last, where all say the same and more than a name of the whole: `status` of
  /// `builds/{}/status`.
  private func keyWord(_ row: PatternRow, _ owner: String) -> String? {
    guard !row.definition.isRest else { return nil }
    let keys = row.core.compactMap { $0.key ?? $0.channel }.filter(TemplateText.hasLetters)
    let said = Set(keys.map(RowNamer.lastSegment))
    guard said.count == 1, let words = said.first, (1...3).contains(words.count), words.joined().count > 2,
      words.joined().allSatisfy(\.isLetter), !RowNamer.isGeneric(words.joined(separator: " "))
    else { return nil }
    let known = NameWords.split(owner).map { $0.lowercased() }
    let isTold = words.allSatisfy { word in known.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
    return isTold ? nil : words.joined(separator: " ")
  }

  /// The words of the last part of a key that is all text, but for the first part.
  private static func lastSegment(_ template: String) -> [String] {
    let segments = template.split(omittingEmptySubsequences: false) { ":/.".contains($0) }
    let last = segments.dropFirst().last { $0.contains(where: \.isLetter) && !$0.contains { "{}*".contains($0) } }
    return last.map { NameWords.split(String($0)).map { $0.lowercased() } } ?? []
  }

  /// Whether the first of two rows of one owner is what the owner is for.
  private func outranks(_ left: PatternRow, _ right: PatternRow) -> Bool {
    if left.definition.isRest != right.definition.isRest { return !left.definition.isRest }
    return left.incidences.count > right.incidences.count
  }

  /// - Parameter keys: what all rows of the owner work on.
  private func ownerName(_ row: PatternRow, keys: [String]) -> String {
    let types = row.owners.compactMap(\.type)
    let words =
      types.count > 1 && types.count == row.owners.count
      ? RowNamer.commonWords(types.map(RowNamer.words)) : types.first.map(RowNamer.words) ?? []
    if words.isEmpty { return RowNamer.phrase(moduleWords(row.owners[0].path, keys: keys)) }
    if let title = documentTitle(row.owners[0].path), let last = words.last, title.count > words.count,
      title.map({ $0.lowercased() }).contains(last.lowercased()), title.count <= 6
    {
      return RowNamer.phrase(title)
    }
    guard words.count == 1 else { return RowNamer.phrase(words) }
    let folder = RowNamer.folders(of: row.owners[0].path).last { !RowNamer.isGeneric($0) }
    guard let folder else { return RowNamer.phrase(words) }
    let qualified = RowNamer.words(folder).filter { $0.lowercased() != words[0].lowercased() } + words
    return RowNamer.phrase(qualified)
  }

  /// The words of a file: of its documentation where that begins with a title, else of its name or its folder's.
  /// Where these say nothing, what most keys begin with.
  private func moduleWords(_ path: String, keys: [String] = []) -> [String] {
    if let title = documentTitle(path) { return title }
    let components = RowNamer.folders(of: path) + [RowNamer.stem(of: path)]
    if let telling = components.last(where: { !RowNamer.isGeneric($0) }) { return RowNamer.words(telling) }
    let first = Dictionary(grouping: keys.map { String($0.prefix { $0.isLetter }) }.filter { $0.count > 2 }) { $0 }
    let most = first.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    return RowNamer.words(most?.key ?? components.last ?? path)
  }

  /// The first line of a file's documentation, where it is a title: a few words, the long ones in capitals, no sentence.
  private func documentTitle(_ path: String) -> [String]? {
    guard let line = documentation[path]?.split(separator: "\n").first else { return nil }
    let words = line.split(separator: " ").map(String.init)
    guard (2...6).contains(words.count), !line.hasSuffix("."),
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || "/-".contains($0) } }),
      words.allSatisfy({ $0.count < 4 || $0.first?.isUppercase == true })
    else { return nil }
    let telling = words.filter { !RowNamer.noise.contains($0.lowercased()) }
    return telling.isEmpty ? nil : telling
  }

  /// Same names get what tells them apart: the file, then a number.
  private func unique(_ names: [String], _ rows: [PatternRow]) -> [String] {
    var names = names
    for (name, same) in Dictionary(grouping: names.indices, by: { names[$0] }) where same.count > 1 {
      for index in same {
        let path = rows[index].owners[0].path
        let folders = RowNamer.folders(of: path)
        names[index] = "\(name) (\((folders.suffix(1) + [RowNamer.stem(of: path)]).joined(separator: "/")))"
      }
    }
    var seen: [String: Int] = [:]
    return names.map { name in
      seen[name, default: 0] += 1
      return seen[name] == 1 ? name : "\(name) \(seen[name] ?? 0)"
    }
  }
}

extension RowNamer {
  /// Words that say only that a server is used, or that code is code.
  static let noise: Set<String> = ["redis", "valkey", "impl", "base", "abstract", "default", "my"]

  private static let genericNames: Set<String> = [
    "index", "main", "init", "mod", "app", "utils", "util", "helpers", "helper", "common", "impl", "client", "src",
    "lib",
    "includes", "lua", "internal", "pkg", "core", "redis", "valkey", "app", "apps", "packages", "package", "server",
    "service", "services",
    "sources", "cmd", "base", "types", "commands", "scripts", "shared", "backend", "backends", "adapter", "adapters",
    "driver", "drivers", "classes", "modules", "data", "db",
  ]

  static func isGeneric(_ name: String) -> Bool {
    let words = words(name).map { $0.lowercased() }
    return words.isEmpty || words.allSatisfy { genericNames.contains($0) || noise.contains($0) }
  }

  /// The words of a name without those that say nothing; all of them where that leaves none.
  static func words(_ name: String) -> [String] {
    let words = NameWords.split(name)
    let telling = words.filter { !noise.contains($0.lowercased()) }
    return telling.isEmpty ? words : telling
  }

  static func phrase(_ words: [String]) -> String { PlainWords.phrase(words) }

  /// The words that all names have; those of the first where they begin differently.
  static func commonWords(_ names: [[String]]) -> [String] {
    guard let first = names.first else { return [] }
    guard names.allSatisfy({ $0.first == first.first }) else { return first }
    return first.filter { word in names.allSatisfy { $0.contains(word) } }
  }

  static func folders(of path: String) -> [String] { path.split(separator: "/").dropLast().map(String.init) }

  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// A name as part of a link: small letters, digits and dashes.
  static func slug(_ name: String) -> String {
    NameWords.split(name).map { $0.lowercased() }.joined(separator: "-")
  }
}
