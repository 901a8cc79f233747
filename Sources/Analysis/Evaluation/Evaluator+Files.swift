import InventoryModel
import Knowledge

/// Names of other files of the project.
extension Evaluator {
  mutating func importedTexts(
    _ id: ImportID, in file: LoweredFile, asPart: Bool
  ) -> [Template] {
    let declaration = file[id]
    guard let target = file.target(id),
      case .file(let other) = target, let member = declaration.member
    else { return [.hole] }
    return exportedTexts(member, of: other, asPart: asPart)
  }

  mutating func exportedTexts(_ name: String, of number: Int32, asPart: Bool) -> [Template] {
    guard let file = resolver.files[number] else {
      if isTelling(name, asPart: asPart) { want(number) }
      return [.hole]
    }
    if file.facts.language.family == .javascript { return scriptExportTexts(name, of: file, asPart: asPart) }
    guard let symbol = file.fileSymbols[name] else {
      for wildcard in file.wildcards {
        if case .file(let other)? = file.target(wildcard),
          resolver.files[other]?.fileSymbols[name] != nil
        {
          return exportedTexts(name, of: other, asPart: asPart)
        }
      }
      return [.hole]
    }
    return globalTexts(symbol, in: file, asPart: asPart)
  }

  /// What a script gives away under a name: its own, another file's, or what a wildcard passes on.
  private mutating func scriptExportTexts(_ name: String, of file: LoweredFile, asPart: Bool) -> [Template] {
    guard hops < 12 else { return [.hole] }
    hops += 1
    defer { hops -= 1 }
    var forms: [Template] = []
    for export in file.facts.exports where export.name == name {
      switch export.source {
      case .value(let value): forms += texts(of: file.node(value), in: nil, asPart: asPart)
      case .imported(let declaration): forms += importedTexts(declaration, in: file, asPart: asPart)
      }
    }
    if !forms.isEmpty { return forms }
    for export in file.facts.exports where export.name == nil {
      if case .value(let value) = export.source {
        forms += entryTexts(name, of: file.node(value), frame: nil, asPart: asPart)
      }
    }
    if forms.isEmpty, let passed = passedOn(name, by: file) { forms += exportedTexts(name, of: passed, asPart: asPart) }
    return forms.isEmpty ? [.hole] : forms
  }

  /// Beyond this many files that a name may come from, none is read for it.
  private static let wildcardLimit = 16

  /// The file from which `export * from …` passes a name on; where it may be one that is not lowered, these are wanted.
  private mutating func passedOn(_ name: String, by file: LoweredFile) -> Int32? {
    var open = [file.number]
    var seen: Set<Int32> = []
    var unread: [Int32] = []
    while let number = open.popLast(), seen.count < 64 {
      guard seen.insert(number).inserted else { continue }
      guard let lowered = resolver.files[number] else {
        unread.append(number)
        continue
      }
      if number != file.number, lowered.facts.exports.contains(where: { $0.name == name }) { return number }
      for wildcard in lowered.wildcards {
        if case .file(let other)? = lowered.target(wildcard) { open.append(other) }
      }
    }
    if unread.count <= Evaluator.wildcardLimit, isTelling(name, asPart: true) { for file in unread { want(file) } }
    return nil
  }

  mutating func globalTexts(
    _ symbol: SymbolID, in file: LoweredFile, asPart: Bool
  ) -> [Template] {
    var forms: [Template] = []
    for definition in file[symbol].definitions {
      switch definition {
      case .variable:
        for index in file.bindings(of: symbol) {
          if let value = file.bindings[index].value {
            forms += texts(of: file.node(value), in: nil, asPart: asPart)
          }
        }
      case .imported(let declaration):
        forms += importedTexts(declaration, in: file, asPart: asPart)
      default: forms.append(.hole)
      }
    }
    return forms.isEmpty ? [.hole] : forms
  }

  /// A name that another file of the package declares, or a member of the implicit receiver.
  mutating func packageTexts(
    _ name: String, in file: LoweredFile, frame: Frame?, asPart: Bool
  ) -> [Template] {
    if let scope = resolver.packageScope(of: file) {
      for other in resolver.filesOfScope[scope] ?? [] {
        guard let symbol = other.fileSymbols[name] else { continue }
        let forms = globalTexts(symbol, in: other, asPart: asPart)
        if forms != [.hole] { return forms }
      }
      wantPackage(of: file, for: name, asPart: asPart)
    }
    for wildcard in file.wildcards {
      if case .file(let other)? = file.target(wildcard) {
        let forms = exportedTexts(name, of: other, asPart: asPart)
        if forms != [.hole] { return forms }
      }
    }
    return [.hole]
  }

  /// Up to this many files of a package are read for any name that a text is made of.
  private static let packageLimit = 16

  /// Notes the other files of a Go package, one of which declares a name that no lowered one does.
  mutating func wantPackage(of file: LoweredFile, for name: String, asPart: Bool) {
    guard file.facts.language == .go, isForProduction else { return }
    let isTest = file.facts.path.hasSuffix("_test.go")
    let others = resolver.tree.filesInFolder[Int(resolver.tree.folderOfFile[Int(file.number)])].filter { other in
      resolver.files[other] == nil && resolver.tree.languages[Int(other)] == .go
        && (isTest || !resolver.tree.paths[Int(other)].hasSuffix("_test.go"))
    }
    guard others.count <= Evaluator.packageLimit || isTelling(name, asPart: asPart) else { return }
    for other in others { want(other) }
  }
}
