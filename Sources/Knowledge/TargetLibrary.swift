/// The target profiles and what goes with them, read one by one as they are asked for.
package struct TargetLibrary: Sendable {
  private let tables: [TableFile]
  private let commands: CommandTable

  /// The program's own profiles and a user's, which win.
  package init(commands: CommandTable, additional: [TableFile] = []) {
    self.init(
      commands: commands, tables: additional + TableFile.embedded)
  }

  /// The same from tables in hand; of two with one path the first wins.
  package init(commands: CommandTable, tables: [TableFile]) {
    self.commands = commands
    self.tables = tables
  }

  /// The names of all profiles, sorted.
  package var names: [String] { Set(tables.compactMap { TargetLibrary.name(of: $0) }).sorted() }

  /// Every profile, by name.
  package func all() throws(KnowledgeError) -> [TargetProfile] {
    var profiles: [TargetProfile] = []
    for name in names { if let profile = try profile(named: name) { profiles.append(profile) } }
    return profiles
  }

  /// The profile of a name or another name of it; nil when there is none.
  package func profile(_ name: String) throws(KnowledgeError) -> TargetProfile? {
    if let profile = try profile(named: name) { return profile }
    return try all().first { $0.aliases.contains(name) }
  }

  /// The options of commands that not every server has.
  package func options() throws(KnowledgeError) -> [OptionFact] {
    guard let table = table("Options.tsv") else { return [] }
    return try OptionFact.decode(table.text, file: table.name, commands: commands)
  }

  /// What to do about uses that a target refuses.
  package func waysOut() throws(KnowledgeError) -> WaysOut {
    guard let table = table("Alternatives.yml") else { return WaysOut() }
    var reader = try WaysOutReader(table, commands: commands)
    return try reader.read()
  }

  /// What client libraries send by themselves, by their name in reports.
  package func habits() throws(KnowledgeError) -> [String: LibraryHabits] {
    guard let table = table("Compositions.yml") else { return [:] }
    var reader = try LibraryHabitsReader(table, commands: commands)
    return try reader.read()
  }

  /// What client libraries can do from a version on, by their name in reports.
  package func clientVersions() throws(KnowledgeError) -> [String: ClientVersions] {
    guard let table = table("ClientVersions.yml") else { return [:] }
    var reader = try ClientVersionsReader(table, commands: commands)
    return try reader.read()
  }

  /// What plans of a move take for granted, in the order of the table.
  package func assumptions() throws(KnowledgeError) -> [AssumptionRule] {
    guard let table = table("Assumptions.yml") else { return [] }
    var reader = try AssumptionReader(table, commands: commands)
    return try reader.read()
  }

  private func profile(named name: String) throws(KnowledgeError) -> TargetProfile? {
    guard let table = table("Targets/\(name).yml") else { return nil }
    var reader = try TargetTableReader(table, commands: commands)
    let profile = try reader.read()
    guard profile.name == name else {
      throw KnowledgeError([
        KnowledgeError.Problem(
          file: table.name, line: 1, column: 1, keyPath: "target",
          message: "the profile is of '\(profile.name)', its file says '\(name)'")
      ])
    }
    return profile
  }

  private func table(_ path: String) -> TableFile? { tables.first { $0.path == path } }

  private static func name(of table: TableFile) -> String? {
    guard table.path.hasPrefix("Targets/"), table.path.hasSuffix(".yml") else { return nil }
    return String(table.path.dropFirst("Targets/".count).dropLast(".yml".count))
  }
}
