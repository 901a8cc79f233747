package import InventoryModel

/// The paths of a project's source files, and which of them an import means. Knows no file's content.
package struct SourceTree: Sendable {
  /// A file's number is its position here.
  package let paths: [String]
  package let languages: [Language]
  let folders: [String]
  let folderOfFile: [Int32]
  let fileByPath: [String: Int32]
  let folderByPath: [String: Int32]
  let filesInFolder: [[Int32]]
  /// What Python means by each path without its ending: a module's file, a package's `__init__`, or a folder.
  let pythonModules: [String: Target]
  let pythonRoots: [String]
  /// By folder: whether it has files of Python.
  let holdsPython: [Bool]
  let filesByStem: [String: [Int32]]
  let foldersByName: [String: [Int32]]
  /// Go module path → folder of its `go.mod`; the beginning of what lies below the module with it.
  let goModules: [(module: String, inside: String, folder: String)]
  /// Name of a JavaScript package → folder of its `package.json`.
  let scriptPackages: [String: String]
  /// Which scripts are about a server by where they are.
  let serverPaths: ServerPaths

  /// - Parameters:
  ///   - goModules: module path of each `go.mod`, by folder relative to the root ("" for the root).
  ///   - scriptPackages: name of each `package.json`, likewise.
  package init(
    files: [(path: String, language: Language)], goModules: [String: String] = [:],
    scriptPackages: [String: String] = [:]
  ) {
    paths = files.map(\.path)
    languages = files.map(\.language)
    var fileByPath: [String: Int32] = [:]
    var folders: [String] = []
    var folderByPath: [String: Int32] = [:]
    var folderOfFile: [Int32] = []
    var filesInFolder: [[Int32]] = []
    var stems: [String: [Int32]] = [:]
    fileByPath.reserveCapacity(files.count)
    for (index, file) in files.enumerated() {
      fileByPath[file.path] = Int32(index)
      let slash = SourceTree.lastSlash(in: file.path)
      let folder = file.path[..<(slash ?? file.path.startIndex)]
      // Files of a folder stand beside each other.
      let known = folders.last.map { $0 == folder } == true ? Int32(folders.count - 1) : folderByPath[String(folder)]
      let number = known ?? Int32(folders.count)
      if known == nil {
        folderByPath[String(folder)] = number
        folders.append(String(folder))
        filesInFolder.append([])
      }
      folderOfFile.append(number)
      filesInFolder[Int(number)].append(Int32(index))
      if file.language.family == .javascript {
        let stem = SourceTree.scriptStem(SourceTree.name(of: file.path))
        let key = stem == "index" ? SourceTree.name(of: String(folder)) : stem
        stems[key, default: []].append(Int32(index))
      }
    }
    var byName: [String: [Int32]] = [:]
    for (number, folder) in folders.enumerated() {
      byName[SourceTree.name(of: folder), default: []].append(Int32(number))
    }
    self.fileByPath = fileByPath
    self.folders = folders
    self.folderByPath = folderByPath
    self.folderOfFile = folderOfFile
    self.filesInFolder = filesInFolder
    filesByStem = stems
    foldersByName = byName
    let holdsPython = filesInFolder.map { $0.contains { files[Int($0)].language == .python } }
    self.holdsPython = holdsPython
    pythonRoots = SourceTree.pythonRoots(folders: folders, holdsPython: holdsPython, files: fileByPath)
    pythonModules = SourceTree.pythonModules(files, folders: folders, folderOfFile: folderOfFile)
    serverPaths = ServerPaths(packages: scriptPackages)
    self.scriptPackages = Dictionary(
      scriptPackages.map { ($0.value, $0.key) },
      uniquingKeysWith: { ($0.utf8.count, $0) < ($1.utf8.count, $1) ? $0 : $1 })
    self.goModules = goModules.map { (module: $0.value, inside: $0.value + "/", folder: $0.key) }
      .sorted { ($0.module.utf8.count, $0.folder) > ($1.module.utf8.count, $1.folder) }
  }

  /// What an import means inside the project.
  enum Target: Hashable {
    case file(Int32)
    case folder(Int32)
  }

  func file(_ path: String) -> Int32? { fileByPath[path] }

  /// The folder that a file lies in.
  func folder(of file: Int32) -> String { folders[Int(folderOfFile[Int(file)])] }

  /// What the imports of a file mean.
  func resolve(_ imports: [Import], from file: Int32) -> [Target?] {
    let around = languages[Int(file)].family == .python ? SourceTree.ancestors(of: folder(of: file)) : []
    // Several names of a module are mostly imported one after the other.
    var last: (declaration: Import, target: Target?)?
    return imports.map { declaration in
      if let last, last.declaration.level == declaration.level, last.declaration.module == declaration.module {
        return last.target
      }
      let target = resolve(declaration, from: file, around)
      last = (declaration, target)
      return target
    }
  }

  /// - Parameter around: the folders that a file of Python lies in, the root first.
  private func resolve(_ declaration: Import, from file: Int32, _ around: [String]) -> Target? {
    switch languages[Int(file)].family {
    case .python: pythonModule(declaration.module, level: declaration.level, from: file, around)
    case .go: goPackage(declaration.module)
    case .javascript: scriptModule(declaration.module, from: file)
    default: nil
    }
  }
}
