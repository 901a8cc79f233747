package import InventoryModel

/// The paths of a project's source files, and which of them an import means. Knows no file's content.
package struct SourceTree: Sendable {
  /// A file's number is its position here.
  package let paths: [String]
  package let languages: [Language]
  let folders: [String]
  let folderOfFile: [Int32]
  private let fileByPath: [String: Int32]
  private let folderByPath: [String: Int32]
  let filesInFolder: [[Int32]]
  /// What Python means by each path without its ending: a module's file, a package's `__init__`, or a folder.
  private let pythonModules: [String: Target]
  private let pythonRoots: [String]
  /// By folder: whether it has files of Python.
  private let holdsPython: [Bool]
  private let filesByStem: [String: [Int32]]
  private let foldersByName: [String: [Int32]]
  /// Go module path → folder of its `go.mod`; the beginning of what lies below the module with it.
  private let goModules: [(module: String, inside: String, folder: String)]
  /// Name of a JavaScript package → folder of its `package.json`.
  private let scriptPackages: [String: String]
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

  // MARK: Python

  /// The module of a dotted name: a file, a package's `__init__`, or a folder without one.
  func pythonModule(_ name: String, level: Int, from file: Int32) -> Target? {
    pythonModule(name, level: level, from: file, SourceTree.ancestors(of: folder(of: file)))
  }

  private func pythonModule(_ name: String, level: Int, from file: Int32, _ around: [String]) -> Target? {
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

  private static func pythonModules(
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
  private static func pythonRoots(folders: [String], holdsPython: [Bool], files: [String: Int32]) -> [String] {
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

  // MARK: Go

  private func goPackage(_ module: String) -> Target? {
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

  // MARK: JavaScript

  private static let scriptEndings = [
    ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".d.ts",
  ]

  private func scriptModule(_ specifier: String, from file: Int32) -> Target? {
    if specifier.hasPrefix(".") {
      return scriptFile(at: SourceTree.normalize(SourceTree.join(folder(of: file), specifier))).map { .file($0) }
    }
    return (packagedScript(specifier) ?? aliasedScript(specifier, from: file)).map { .file($0) }
  }

  /// A file of another package of the workspace, by the package's name: `@scope/queue`, `shared/redis`. What is published
  /// is often built from a folder of sources.
  private func packagedScript(_ specifier: String) -> Int32? {
    guard !scriptPackages.isEmpty else { return nil }
    var parts = specifier.split(separator: "/", maxSplits: specifier.hasPrefix("@") ? 2 : 1).map(String.init)
    let rest = parts.count > (specifier.hasPrefix("@") ? 2 : 1) ? parts.removeLast() : ""
    guard let folder = scriptPackages[parts.joined(separator: "/")] else { return nil }
    var inner = [rest]
    for built in ["dist/", "build/", "out/", "lib/"] where rest.hasPrefix(built) {
      inner.append(String(rest.dropFirst(built.count)))
    }
    for name in inner {
      for sources in ["", "src", "lib", "source"] {
        let path = SourceTree.join(SourceTree.join(folder, sources), name)
        if let found = scriptFile(at: path) { return found }
      }
    }
    return nil
  }

  private func scriptFile(at path: String) -> Int32? {
    if let exact = fileByPath[path] { return exact }
    for ending in SourceTree.scriptEndings {
      if let found = fileByPath[path + ending] { return found }
    }
    for ending in [".js", ".jsx", ".mjs", ".cjs"] where path.hasSuffix(ending) {
      let bare = String(path.dropLast(ending.count))
      for other in SourceTree.scriptEndings {
        if let found = fileByPath[bare + other] { return found }
      }
    }
    for ending in SourceTree.scriptEndings {
      if let found = fileByPath[SourceTree.join(path, "index" + ending)] { return found }
    }
    return nil
  }

  /// A path alias (`@/db`, `~/db`, `src/db`) or a workspace package (`@scope/queue`), found by the end
  /// of the path; the nearest file wins.
  private func aliasedScript(_ specifier: String, from file: Int32) -> Int32? {
    var rest = specifier
    let isScoped = specifier.hasPrefix("@") && !specifier.hasPrefix("@/")
    for prefix in ["@/", "~/", "#/", "$/", "$lib/", "/"] where rest.hasPrefix(prefix) {
      rest = String(rest.dropFirst(prefix.count))
      break
    }
    let isAlias = rest != specifier
    var components = rest.split(separator: "/").map(String.init)
    if isScoped { components.removeFirst() }
    guard let last = components.last, isAlias || isScoped || components.count > 1 else { return nil }
    let stem = SourceTree.scriptStem(last)
    let tail = (components.dropLast() + [stem]).joined(separator: "/")
    let named = filesByStem[stem] ?? []
    // The scope can be a folder, a package of the workspace has the name of its own, or it is an alias of some folder.
    let scope = isScoped ? specifier.dropFirst().prefix { $0 != "/" } + "/" + tail : nil
    var candidates = scope.map { whole in named.filter { endsWith($0, tail: String(whole)) } } ?? []
    if candidates.isEmpty, isScoped, components.count == 1 { candidates = workspaceEntry(stem) }
    if candidates.isEmpty { candidates = named.filter { endsWith($0, tail: tail) } }
    if candidates.isEmpty, isScoped, components.count > 1 {
      candidates = named.filter { isWithin($0, workspace: components[0], tail: tail) }
    }
    let here = paths[Int(file)]
    return candidates.min {
      (-commonPrefix(paths[Int($0)], here), paths[Int($0)].utf8.count, paths[Int($0)])
        < (-commonPrefix(paths[Int($1)], here), paths[Int($1)].utf8.count, paths[Int($1)])
    }
  }

  private func workspaceEntry(_ name: String) -> [Int32] {
    let sources = ["src", "lib"].flatMap { inner in
      let tail = name + "/" + inner
      return (foldersByName[inner] ?? []).map { folders[Int($0)] }.filter { $0 == tail || $0.hasSuffix("/" + tail) }
    }
    let own = (foldersByName[name] ?? []).map { folders[Int($0)] }
    // Few of the many folders that can be called so are a script's.
    let scripts = Set(["src", "lib", name].flatMap { filesByStem[$0] ?? [] }.map { scriptName(of: $0) })
    return (sources + own).filter { scripts.contains($0) }.compactMap { scriptFile(at: $0) }
  }

  private func endsWith(_ file: Int32, tail: String) -> Bool {
    let own = scriptName(of: file)
    return own == tail || own.hasSuffix("/" + tail)
  }

  /// Whether a file is what a path inside a workspace package means, whose sources lie deeper: `queue/redis` is
  /// `libraries/queue/src/redis`.
  private func isWithin(_ file: Int32, workspace: String, tail: String) -> Bool {
    let rest = tail.dropFirst(workspace.count)
    let own = "/" + scriptName(of: file)
    return own.hasSuffix(rest) && own.dropLast(rest.count).contains("/" + workspace + "/")
  }

  /// A script's path without its ending; a folder's for its `index`.
  private func scriptName(of file: Int32) -> String {
    let folder = folder(of: file)
    let stem = SourceTree.scriptStem(SourceTree.name(of: paths[Int(file)]))
    return stem == "index" ? folder : SourceTree.join(folder, stem)
  }

  private func commonPrefix(_ left: String, _ right: String) -> Int {
    zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
  }

  // MARK: Paths

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = lastSlash(in: path) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  /// A folder and those that it lies in, the root first.
  private static func ancestors(of folder: String) -> [String] {
    guard !folder.isEmpty else { return [""] }
    let slashes = folder.utf8.indices.filter { folder.utf8[$0] == UInt8(ascii: "/") }
    return [""] + slashes.map { String(folder[..<$0]) } + [folder]
  }

  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return name.isEmpty ? folder : folder + "/" + name
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    guard let slash = lastSlash(in: path) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  private static func lastSlash(in path: String) -> String.Index? {
    let bytes = path.utf8.span
    return bytes.indices.last { bytes[$0] == UInt8(ascii: "/") }
      .map { path.utf8.index(path.startIndex, offsetBy: $0) }
  }

  static func stem(_ name: String) -> String {
    name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
  }

  /// The name of a script's file without its ending: `cache.service` of `cache.service.ts`.
  static func scriptStem(_ name: String) -> String {
    let ending = name.hasSuffix(".d.ts") ? ".d.ts" : scriptEndings.first { name.hasSuffix($0) } ?? ""
    return String(name.dropLast(ending.count))
  }

  /// Without `.` and `..`.
  static func normalize(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
