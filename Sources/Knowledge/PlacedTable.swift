import InventoryModel

/// A table of a language, known by the folder that it stands in.
struct PlacedTable: Sendable {
  enum Kind: Sendable { case client, conventions }

  /// What the table holds, or what is wrong with it.
  enum Decoded: Sendable {
    case client(ClientLibrary, TableExtension?)
    case conventions(Language, LanguageConventions)
    case failure(KnowledgeError)

    var language: Language? {
      switch self {
      case .client(let library, _): library.language
      case .conventions(let language, _): language
      case .failure: nil
      }
    }
  }

  let file: TableFile
  let kind: Kind
  /// The language's name as the place writes it.
  let folder: String
  /// Whether a user gave it.
  let isAdditional: Bool

  /// Nil for files that are no table of a language.
  init?(_ file: TableFile, isAdditional: Bool) {
    let parts = file.path.parts(at: "/")
    guard file.path.hasSuffix(".yml") else { return nil }
    switch (parts.first, parts.count) {
    case ("Clients", 3): (kind, folder) = (.client, parts[1])
    case ("Languages", 2): (kind, folder) = (.conventions, String(parts[1].dropLast(".yml".count)))
    default: return nil
    }
    self.file = file
    self.isAdditional = isAdditional
  }

  func decode(_ commands: CommandTable) -> Decoded {
    do throws(KnowledgeError) {
      switch kind {
      case .client:
        var reader = try ClientTableReader(file, commands: commands)
        let library = try reader.read()
        return .client(library, reader.tableExtension)
      case .conventions:
        var reader = try LanguageTableReader(file)
        let (language, conventions) = try reader.read()
        return .conventions(language, conventions)
      }
    } catch {
      return .failure(error)
    }
  }
}
