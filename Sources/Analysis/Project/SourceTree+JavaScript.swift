/// What imports of JavaScript and TypeScript mean.
extension SourceTree {
  private static let scriptEndings = [
    ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".d.ts",
  ]

  func scriptModule(_ specifier: String, from file: Int32) -> Target? {
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

  /// The name of a script's file without its ending: `cache.service` of `cache.service.ts`.
  static func scriptStem(_ name: String) -> String {
    let ending = name.hasSuffix(".d.ts") ? ".d.ts" : scriptEndings.first { name.hasSuffix($0) } ?? ""
    return String(name.dropLast(ending.count))
  }
}
