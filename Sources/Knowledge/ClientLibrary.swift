package import InventoryModel

/// A client library as its table in `Rules/Clients` tells it; the vocabulary is `Rules/README.md`.
package struct ClientLibrary: Sendable {
  /// As in reports.
  package var name: String
  package var language: Language
  /// Import root → name in reports.
  package var packages: [String: String]
  /// Words of which a file that uses the library holds one.
  package var markers: [String]
  /// The context of all its operations, where the library is only for that.
  package var context: FileContext?
  /// Strings of which the scanned tree must hold one; empty when there is no such condition.
  package var requires: [String]
  /// The library whose roles it adds to, where it is no library of its own.
  package var extends: String?
  /// Types whose values, made by calling them or declared, are of a role.
  package var types: [NamedEntry]
  /// Functions and static methods.
  package var functions: [NamedEntry]
  /// Names that are values of a role by themselves: `django.core.cache.cache`.
  package var values: [NamedEntry]
  /// Names that exist without an import → role.
  package var globals: [String: String]
  /// Names of parameters without a written type → role of what they hold.
  package var parameters: [String: String] = [:]
  /// By name; `like` is resolved.
  package var roles: [String: ClientRole]

  /// A type or function by its qualified name.
  package struct NamedEntry: Sendable {
    package var name: QualifiedPattern
    /// What calling or constructing it does; `returns` is the role of the value.
    package var method: ClientMethod
    /// The package root that it holds for; nil: all of the table.
    package var root: String?

    package init(name: QualifiedPattern, method: ClientMethod, root: String? = nil) {
      self.name = name
      self.method = method
      self.root = root
    }
  }

  package init(
    name: String, language: Language, packages: [String: String], markers: [String],
    context: FileContext?, requires: [String], types: [NamedEntry], functions: [NamedEntry], values: [NamedEntry],
    globals: [String: String], roles: [String: ClientRole]
  ) {
    self.name = name
    self.language = language
    self.packages = packages
    self.markers = markers
    self.context = context
    self.requires = requires
    self.types = types
    self.functions = functions
    self.values = values
    self.globals = globals
    self.roles = roles
  }
}

extension ClientLibrary {
  /// The libraries, with what others add to their roles.
  package static func joined(_ libraries: [ClientLibrary]) -> [ClientLibrary] {
    libraries.filter { $0.extends == nil }.map { library in
      libraries.filter { $0.extends == library.name && $0.language == library.language }.reduce(library) {
        $0.adding($1)
      }
    }
  }

  private func adding(_ other: ClientLibrary) -> ClientLibrary {
    var whole = self
    whole.markers += other.markers.filter { !markers.contains($0) }
    for (name, added) in other.roles {
      guard var role = whole.roles[name] else {
        whole.roles[name] = added
        continue
      }
      role.methods.merge(added.methods) { _, new in new }
      role.properties.merge(added.properties) { _, new in new }
      whole.roles[name] = role
    }
    return whole
  }
}
