import InventoryModel
import Knowledge

/// What the tables tell of names in files of one family of languages.
struct LanguageNames: Sendable {
  let conventions: LanguageConventions
  /// What the names of its own functions begin with: modules, and builtins.
  let heads: Set<String>
  /// Names that mean a client where nothing declares them.
  let globals: [String: Role]
  /// Names that mean a client as a parameter's, where nothing is written of its type.
  let parameters: [String: Role]

  typealias Role = (library: Int, role: String)

  /// Those of each family.
  static func all(_ knowledge: KnowledgeBase) -> [Language: LanguageNames] {
    let families = Language.allCases.filter { $0.family == $0 }
    return Dictionary(uniqueKeysWithValues: families.map { ($0, LanguageNames($0, knowledge)) })
  }

  private init(_ language: Language, _ knowledge: KnowledgeBase) {
    conventions = knowledge.conventions[language] ?? LanguageConventions()
    heads = Set(conventions.functions.keys.map { String(Substring($0.utf8.prefix { $0 != UInt8(ascii: ".") })) })
    var globals: [String: Role] = [:]
    var parameters: [String: Role] = [:]
    for (number, library) in knowledge.clients.enumerated() where library.language == language {
      for (name, role) in library.globals { globals[name] = (number, role) }
      for (name, role) in library.parameters where parameters[name] == nil { parameters[name] = (number, role) }
    }
    self.globals = globals
    self.parameters = parameters
  }
}
