import InventoryModel
import Knowledge

/// Names of other files of the project.
extension Evaluator {
  mutating func importedTexts(
    _ id: ImportID, in file: LoweredFile, asPart: Bool
  ) -> [Template] {
    let declaration = file.facts[id]
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
    if file.facts.language.family == .javascript {
      var forms: [Template] = []
      for export in file.facts.exports where export.name == name {
        if case .value(let value) = export.source {
          forms += texts(of: file.node(value), in: nil, asPart: asPart)
        }
      }
      if !forms.isEmpty { return forms }
      for export in file.facts.exports where export.name == nil {
        if case .value(let value) = export.source {
          forms += entryTexts(name, of: file.node(value), frame: nil, asPart: asPart)
        }
      }
      return forms.isEmpty ? [.hole] : forms
    }
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

  mutating func globalTexts(
    _ symbol: SymbolID, in file: LoweredFile, asPart: Bool
  ) -> [Template] {
    var forms: [Template] = []
    for definition in file.facts[symbol].definitions {
      switch definition {
      case .variable:
        for index in file.bindingsOfSymbol[symbol] ?? [] {
          if let value = file.facts.bindings[index].value {
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
      for number in resolver.order {
        guard let other = resolver.files[number], resolver.packageScope(of: other) == scope,
          let symbol = other.fileSymbols[name]
        else { continue }
        let forms = globalTexts(symbol, in: other, asPart: asPart)
        if forms != [.hole] { return forms }
      }
    }
    for wildcard in file.wildcards {
      if case .file(let other)? = file.target(wildcard) {
        let forms = exportedTexts(name, of: other, asPart: asPart)
        if forms != [.hole] { return forms }
      }
    }
    return [.hole]
  }
}
