import InventoryModel

/// What imports of Python mean.
extension SourceTree {
  /// The module of a dotted name: a file, a package's `__init__`, or a folder without one.
  func pythonModule(_ name: String, level: Int, from file: Int32) -> Target? {
    pythonModule(name, level: level, from: file, SourceTree.ancestors(of: folder(of: file)))
  }

  func pythonModule(_ name: String, level: Int, from file: Int32, _ around: [String]) -> Target? {
    let path = name.utf8.contains(UInt8(ascii: ".")) ? SourceTree.path(ofDotted: name) : name
    if level > 0 {
      var folder = folder(of: file)
      for _ in 1..<level { folder = SourceTree.split(folder).folder }
      return pythonModule(at: SourceTree.join(folder, path))
    }
    for root in around {
      if let found = pythonModule(at: SourceTree.join(root, path)), isRealModule(found), !isItself(found, file) {
        return found
      }
    }
    for root in pythonRoots {
      if let found = pythonModule(at: SourceTree.join(root, path)), isRealModule(found) {
        return found
      }
    }
    return nil
  }

  private static func path(ofDotted name: String) -> String {
    var path: [UInt8] = []
    path.reserveCapacity(name.utf8.count)
    var isBetween = false
    for byte in name.utf8 {
      if byte == UInt8(ascii: ".") {
        isBetween = !path.isEmpty
      } else {
        if isBetween { path.append(UInt8(ascii: "/")) }
        path.append(byte)
        isBetween = false
      }
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// `memcachio.py` that imports `memcachio` means the library.
  private func isItself(_ target: Target, _ file: Int32) -> Bool {
    guard case .file(file) = target else { return false }
    return !paths[Int(file)].hasSuffix("__init__.py")
  }

  private func isRealModule(_ target: Target) -> Bool {
    switch target {
    case .file: true
    case .folder(let folder): holdsPython[Int(folder)]
    }
  }

  func pythonModule(at path: String) -> Target? { pythonModules[path] }

  /// The module of a name in a folder from which Python can import.
  func pythonModule(_ name: String, in folder: Int32) -> Target? {
    guard holdsPython[Int(folder)] || foldersByName[name] != nil else { return nil }
    let path = SourceTree.join(folders[Int(folder)], name)
    guard let module = pythonModules[path], holdsPython[Int(folder)] || folderByPath[path] != nil else { return nil }
    return module
  }

  static func pythonModules(
    _ files: [(path: String, language: Language)], folders: [String], folderOfFile: [Int32]
  ) -> [String: Target] {
    let files = files.indices.filter { files[$0].language == .python }.map { (number: Int32($0), path: files[$0].path) }
    var modules: [String: Target] = [:]
    modules.reserveCapacity(files.count + folders.count)
    // What may mean the same comes later the more it is preferred.
    for (number, folder) in folders.enumerated() { modules[folder] = .folder(Int32(number)) }
    for (number, path) in files where path.hasSuffix(".pyi") {
      modules[String(Substring(path.utf8.dropLast(4)))] = .file(number)
    }
    for (number, path) in files where path == "__init__.py" || path.hasSuffix("/__init__.py") {
      modules[folders[Int(folderOfFile[Int(number)])]] = .file(number)
    }
    for (number, path) in files where path.hasSuffix(".py") {
      modules[String(Substring(path.utf8.dropLast(3)))] = .file(number)
    }
    return modules
  }

  /// The folder that a Python package's own names stand for, if the file is its `__init__`.
  func packageFolder(of file: Int32) -> String? {
    SourceTree.name(of: paths[Int(file)]) == "__init__.py" ? folder(of: file) : nil
  }

  /// Folders that hold top-level packages: parents, without an `__init__`, of folders with one.
  static func pythonRoots(folders: [String], holdsPython: [Bool], files: [String: Int32]) -> [String] {
    var roots: Set<String> = []
    for (folder, isOfPython) in zip(folders, holdsPython)
    where isOfPython && files[join(folder, "__init__.py")] != nil {
      let parent = split(folder).folder
      if files[join(parent, "__init__.py")] == nil { roots.insert(parent) }
    }
    for folder in folders where ["src", "lib", "python"].contains(name(of: folder)) {
      roots.insert(folder)
    }
    return roots.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
}
