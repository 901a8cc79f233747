import FileSystem

extension CodeOwners {
  /// Where the services look, ours in the order of how specific the place is.
  private static let places: [(path: String, form: Form?)] = [
    (".github/CODEOWNERS", .gitHub), (".gitlab/CODEOWNERS", .gitLab), ("CODEOWNERS", nil), ("docs/CODEOWNERS", nil),
  ]

  /// As much as GitHub takes.
  private static let sizeLimit = 3 << 20

  /// The owners of the files below a folder, from the CODEOWNERS of its git work tree or, outside of one, of the folder
  /// itself; nil where there is none.
  ///
  /// - Parameter root: the scanned root, absolute and without links.
  package static func of(_ root: String) -> CodeOwners? {
    let repository = WorkTree.root(around: root) ?? root
    guard let folder = try? Folder(repository) else { return nil }
    let isOnGitLab = exists(".gitlab-ci.yml", in: folder) && !exists(".github", in: folder)
    for place in places {
      guard let text = text(place.path, in: folder) else { continue }
      let form = place.form ?? (isOnGitLab ? .gitLab : .gitHub)
      var owners = CodeOwnersReader.read(text, file: place.path, form: form)
      let inner = ScanTarget.relative(root, to: repository)
      owners.base = inner.isEmpty ? "" : inner + "/"
      return owners
    }
    return nil
  }

  private static func exists(_ path: String, in folder: Folder) -> Bool { (try? folder.status(of: path)) != nil }

  /// The text of a file that no link leads to.
  private static func text(_ path: String, in folder: Folder) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    var (inner, buffer) = (folder, [UInt8]())
    for name in parts.dropLast() {
      guard let next = try? inner.folder(name) else { return nil }
      inner = next
    }
    guard let name = parts.last, let count = try? inner.read(name, into: &buffer, limit: sizeLimit) else { return nil }
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }
}
