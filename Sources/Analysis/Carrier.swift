/// A name through which a file that was not taken in yet can reach a client.
package struct Carrier: Sendable, Hashable {
  package let name: String
  /// A word that a file which imports the name holds too; nil where files see the name without an import, or may
  /// import it by any word.
  package let module: String?
  /// The folder whose files need not hold that word.
  package let folder: String?
  /// Whether it is read as a member of an object of which nothing is known.
  package let isMember: Bool

  package init(name: String, module: String? = nil, folder: String? = nil, isMember: Bool = false) {
    self.name = name
    self.module = module
    self.folder = folder
    self.isMember = isMember
  }
}
