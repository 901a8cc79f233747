import InventoryModel

/// What imports of Go mean.
extension SourceTree {
  func goPackage(_ module: String) -> Target? {
    for entry in goModules {
      if module == entry.module, let folder = folderByPath[entry.folder] { return .folder(folder) }
      if module.hasPrefix(entry.inside) {
        let rest = String(Substring(module.utf8.dropFirst(entry.inside.utf8.count)))
        if let folder = folderByPath[SourceTree.join(entry.folder, rest)] { return .folder(folder) }
      }
    }
    guard goModules.isEmpty else { return nil }
    let components = module.split(separator: "/").map(String.init)
    guard let last = components.last else { return nil }
    let candidates = (foldersByName[last] ?? []).filter {
      let folder = folders[Int($0)]
      return !folder.isEmpty && module.hasSuffix("/" + folder)
        && filesInFolder[Int($0)].contains { languages[Int($0)] == .go }
    }
    return candidates.max { folders[Int($0)].utf8.count < folders[Int($1)].utf8.count }
      .map { .folder($0) }
  }
}
