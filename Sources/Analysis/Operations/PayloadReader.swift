import InventoryModel

/// Fields of messages that are sent as JSON: those that a sender puts in, and those that a receiver takes out.
struct PayloadReader {
  private let resolver: Resolver
  private let names: ExpressionNames
  private let types: EncodedTypes

  init(_ resolver: Resolver) {
    self.resolver = resolver
    types = EncodedTypes(resolver: resolver)
    names = ExpressionNames(resolver: resolver)
  }

  /// The names of all fields of a message; nil where the source does not tell them all.
  func fields(of id: ExpressionID, in file: LoweredFile) -> [String]? {
    var next: ExpressionID? = id
    for _ in 0..<6 {
      guard let here = next else { return nil }
      switch file[here].kind {
      case .call(let callee, let arguments), .construct(let callee, let arguments):
        guard let value = arguments.first?.value, let name = names.name(of: callee, in: file) else { return nil }
        if isWriter(name, file.facts.language) { return keys(of: value, in: file) }
        // What makes a text of bytes: `string(data)`, `String(decoding: data, as: UTF8.self)`.
        next = name == "string" || name == "String" ? value : nil
      case .cast(let inner, _), .unpacked(let inner, 0): next = inner
      default: next = file.onlyValue(of: here)
      }
    }
    return nil
  }

  /// `json.dumps`, `JSON.stringify`, `json.Marshal`, `encoder.encode`.
  private func isWriter(_ name: String, _ language: Language) -> Bool {
    switch language {
    case .python: name.hasSuffix("json.dumps") || name == "dumps"
    case .javascript, .typescript: name == "JSON.stringify"
    case .go: name == "json.Marshal" || name == "json.MarshalIndent"
    case .swift: name.hasSuffix(".encode") && name.lowercased().contains("encoder")
    case .lua: false
    }
  }

  /// A text that is read as JSON.
  private struct Decoding {
    let text: ExpressionID
    /// What holds what was read.
    let value: ExpressionID
    /// What is of the type that it is read as, or names it.
    let type: ExpressionID
  }

  /// What a call reads as JSON; nil for another call.
  private func decoding(
    by call: ExpressionID, _ callee: ExpressionID, _ arguments: [Argument], in file: LoweredFile
  ) -> Decoding? {
    guard let first = arguments.first?.value, let name = names.name(of: callee, in: file) else { return nil }
    switch file.facts.language {
    case .python where name.hasSuffix("json.loads") || name == "loads",
      .javascript where name == "JSON.parse", .typescript where name == "JSON.parse":
      return Decoding(text: first, value: call, type: call)
    case .go where name == "json.Unmarshal" && arguments.count == 2:
      return Decoding(text: first, value: arguments[1].value, type: arguments[1].value)
    case .swift where name.hasSuffix(".decode") && name.lowercased().contains("decoder") && arguments.count == 2:
      var type = first
      if case .member(let named, "self") = file[first].kind { type = named }
      return Decoding(text: arguments[1].value, value: call, type: type)
    default: return nil
    }
  }

  private func keys(of id: ExpressionID, in file: LoweredFile) -> [String]? {
    switch file[id].kind {
    case .map(let entries):
      let keys = entries.map { entry in entry.key.flatMap { text(of: $0, in: file) } }
      return keys.contains(nil) ? nil : keys.compactMap(\.self)
    case .name(_, let symbol?):
      guard let value = file.onlyValue(of: id), case .map = file[value].kind else {
        return types.names(of: id, in: file).map { $0.values.sorted() }
      }
      guard let first = keys(of: value, in: file), let added = added(to: symbol, in: file) else { return nil }
      return first + added
    default: return types.names(of: id, in: file).map { $0.values.sorted() }
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
    let decodings = facts.expressions.indices.compactMap { index -> Decoding? in
      guard case .call(let callee, let arguments) = facts.expressions[index].kind,
        let found = decoding(by: ExpressionID(index), callee, arguments, in: file),
        PayloadReader.isMessage(names.written(found.text, in: file))
      else { return nil }
      return found
    }
    guard !decodings.isEmpty else { return [] }
    let parsed = Dictionary(decodings.map { ($0.value, $0.type) }, uniquingKeysWith: { first, _ in first })
    let filled = Dictionary(
      decodings.compactMap { decoding in facts[decoding.value].symbol.map { ($0, decoding.type) } },
      uniquingKeysWith: { first, _ in first })
    func type(ofParsed id: ExpressionID) -> ExpressionID? {
      parsed[id] ?? file.onlyValue(of: id).flatMap { parsed[$0] } ?? facts[id].symbol.flatMap { filled[$0] }
    }
    func isParsed(_ id: ExpressionID) -> Bool { type(ofParsed: id) != nil }
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
        guard [.go, .swift].contains(facts.language) else { return (name, id) }
        return type(ofParsed: base).flatMap { types.names(of: $0, in: file)?[name] }.map { ($0, id) }
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
  /// What a name stands for.
  fileprivate var symbol: SymbolID? {
    if case .name(_, let symbol) = kind { symbol } else { nil }
  }

  fileprivate func isName(of symbol: SymbolID) -> Bool { self.symbol == symbol }
}
