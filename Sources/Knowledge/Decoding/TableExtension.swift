import InventoryModel
import YAML

/// What a table that extends another names of it, kept until all tables are read.
struct TableExtension: Sendable {
  /// The library that is extended.
  let base: YAMLScalar
  let roles: [Role]

  struct Role: Sendable {
    let name: YAMLScalar
    /// Whether the table itself makes values of it.
    let isMade: Bool
    /// Its first key that adds nothing to a role of the other table.
    let idleKey: YAMLScalar?
  }

  /// What a role of another table can be given.
  static let addedKeys = ["methods", "properties"]

  /// Sections that hold for a library by itself alone.
  static let ownSections = ["packages", "context", "types", "functions", "values", "globals", "parameters"]

  /// What does not fit the library that is extended.
  func problems(in library: ClientLibrary, of libraries: [ClientLibrary], file: String) -> [KnowledgeError.Problem] {
    let candidates = libraries.filter { $0.extends == nil && $0.language == library.language }
    guard let extended = candidates.first(where: { $0.name == base.text }) else {
      let hint = NearestName.hint(for: base.text, in: candidates.map(\.name).sorted())
      return [problem("unknown library '\(base.text)'\(hint)", at: base, "extends", file)]
    }
    return roles.compactMap { role in
      guard extended.roles[role.name.text] != nil else {
        if role.isMade { return nil }
        let hint = NearestName.hint(for: role.name.text, in: extended.roles.keys.sorted())
        let message = "no table makes the role '\(role.name.text)' of '\(base.text)'\(hint)"
        return problem(message, at: role.name, "roles.\(role.name.text)", file)
      }
      return role.idleKey.map { key in
        problem(
          "a role of another table is given \(Self.addedKeys.joined(separator: " and ")) alone, not '\(key.text)'",
          at: key, "roles.\(role.name.text).\(key.text)", file)
      }
    }
  }

  private func problem(
    _ message: String, at scalar: YAMLScalar, _ keyPath: String, _ file: String
  ) -> KnowledgeError.Problem {
    KnowledgeError.Problem(
      file: file, line: scalar.position.line, column: scalar.position.column, keyPath: keyPath, message: message)
  }
}
