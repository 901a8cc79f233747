package import InventoryModel

extension Analysis {
  /// Files of the project that files taken in import, with the first place where each is imported.
  package func importedFiles() -> [String: SourcePlace] {
    var found: [String: SourcePlace] = [:]
    for number in resolver.order {
      guard let file = resolver.files[number] else { continue }
      for (index, declaration) in file.facts.imports.enumerated() {
        let place = SourcePlace(path: file.facts.path, position: declaration.position)
        for target in files(meantBy: declaration, file.target(ImportID(index))) {
          let path = resolver.tree.paths[Int(target)]
          found[path] = min(found[path] ?? place, place)
        }
      }
    }
    return found
  }

  private func files(meantBy declaration: Import, _ target: SourceTree.Target?) -> [Int32] {
    switch target {
    case .file(let file): [file] + submodule(declaration.member, of: resolver.tree.packageFolder(of: file))
    case .folder(let folder):
      resolver.tree.filesInFolder[Int(folder)] + submodule(declaration.member, of: resolver.tree.folders[Int(folder)])
    case nil: []
    }
  }

  /// The module `b` of `from a import b`.
  private func submodule(_ name: String?, of folder: String?) -> [Int32] {
    guard let name, let folder,
      case .file(let file)? = resolver.tree.pythonModule(at: folder.isEmpty ? name : folder + "/" + name)
    else { return [] }
    return [file]
  }
}
