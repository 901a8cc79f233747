import InventoryModel

/// Fields of messages that are sent as JSON: those that a sender puts in, and those that a receiver takes out.
struct PayloadReader {
  private let resolver: Resolver
  private let names: ExpressionNames

  init(_ resolver: Resolver) {
    self.resolver = resolver
    names = ExpressionNames(resolver: resolver)
  }

  /// The names of all fields of a message; nil where the source does not tell them all.
  func fields(of id: ExpressionID, in file: LoweredFile) -> [String]? {
    guard case .call(let callee, let arguments) = file[id].kind, let value = arguments.first?.value,
      let name = names.name(of: callee, in: file), PayloadReader.isWriter(name)
    else {
      return file.onlyValue(of: id).flatMap { fields(of: $0, in: file) }
    }
    return keys(of: value, in: file)
  }

  /// `json.dumps`, `JSON.stringify`.
  private static func isWriter(_ name: String) -> Bool {
    name.hasSuffix("json.dumps") || name == "dumps" || name == "JSON.stringify"
  }

  /// `json.loads`, `JSON.parse`.
  private static func isParser(_ name: String) -> Bool {
    name.hasSuffix("json.loads") || name == "loads" || name == "JSON.parse"
  }

  private func keys(of id: ExpressionID, in file: LoweredFile) -> [String]? {
    switch file[id].kind {
    case .map(let entries):
      let keys = entries.map { entry in entry.key.flatMap { text(of: $0, in: file) } }
      return keys.contains(nil) ? nil : keys.compactMap(\.self)
    case .name(_, let symbol?):
      guard let value = file.onlyValue(of: id), case .map = file[value].kind,
        let first = keys(of: value, in: file), let added = added(to: symbol, in: file)
      else { return nil }
      return first + added
    default: return nil
    }
  }

  /// The keys that are set one by one; nil where one is not known, or a call may add some.
  private func added(to symbol: SymbolID, in file: LoweredFile) -> [String]? {
    var keys: [String] = []
    for binding in file.bindings {
      switch file[binding.target].kind {
      case .index(let base, let key) where file[base].isName(of: symbol):
        guard let key = text(of: key, in: file) else { return nil }
        keys.append(key)
      case .member(let base, let name) where file[base].isName(of: symbol): keys.append(name)
      default: continue
      }
    }
    let isChanged = file.expressions.contains { expression in
      guard case .member(let base, let name) = expression.kind else { return false }
      return file[base].isName(of: symbol) && ["update", "setdefault"].contains(name)
    }
    return isChanged ? nil : keys
  }

  private func text(of id: ExpressionID, in file: LoweredFile) -> String? {
    resolver.literalText(file[id])
  }

  /// The fields that are taken out of parsed messages, each with its expression.
  func reads(in file: LoweredFile) -> [(field: String, expression: ExpressionID)] {
    let facts = file.facts
    let parsers = facts.expressions.indices.filter { index in
      guard case .call(let callee, let arguments) = facts.expressions[index].kind,
        let argument = arguments.first?.value,
        let name = names.name(of: callee, in: file), PayloadReader.isParser(name)
      else { return false }
      return PayloadReader.isMessage(names.written(argument, in: file))
    }
    guard !parsers.isEmpty else { return [] }
    let parsed = Set(parsers.map { ExpressionID($0) })
    func isParsed(_ id: ExpressionID) -> Bool {
      parsed.contains(id) || file.onlyValue(of: id).map(parsed.contains) ?? false
    }
    var called: [ExpressionID: [Argument]] = [:]
    for expression in facts.expressions {
      if case .call(let callee, let arguments) = expression.kind { called[callee] = arguments }
    }
    let written = Set(facts.bindings.map(\.target))
    return facts.expressions.indices.compactMap { index in
      let id = ExpressionID(index)
      guard !written.contains(id) else { return nil }
      switch facts[id].kind {
      case .index(let base, let key) where isParsed(base):
        return text(of: key, in: file).map { ($0, id) }
      case .member(let base, "get") where isParsed(base):
        return called[id]?.first.flatMap { text(of: $0.value, in: file) }.map { ($0, id) }
      case .member(let base, let name)
      where isParsed(base) && called[id] == nil && facts.language != .python:
        return (name, id)
      default: return nil
      }
    }
  }

  /// Whether an expression is called as messages are: other JSON comes from files and requests.
  private static func isMessage(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains {
      ["message", "msg", "data", "payload", "event", "item", "raw", "messagestr", "text"].contains($0)
    }
  }
}

extension Expression {
  fileprivate func isName(of symbol: SymbolID) -> Bool {
    if case .name(_, symbol) = kind { true } else { false }
  }
}
