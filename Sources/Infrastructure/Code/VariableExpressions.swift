import InventoryModel
import Knowledge

/// Tells which expressions of a file read environment variables.
struct VariableExpressions {
  private let facts: FileFacts
  private let conventions: LanguageConventions?
  /// What the names of the file are set to, with the scope of each statement, in the order of the source.
  let valuesOfSymbol: [SymbolID: [(value: ExpressionID, scope: ScopeID)]]
  /// The last words of the functions that read variables, but for those that speak of them.
  private let readers: Set<String>

  init(_ facts: FileFacts, _ conventions: LanguageConventions?) {
    self.facts = facts
    self.conventions = conventions
    var values: [SymbolID: [(value: ExpressionID, scope: ScopeID)]] = [:]
    for binding in facts.bindings {
      if case .name(_, let symbol?) = facts[binding.target].kind, let value = binding.value {
        values[symbol, default: []].append((value, binding.scope))
      }
    }
    valuesOfSymbol = values
    readers = Set(
      (conventions?.functions ?? [:]).compactMap { name, meaning in
        guard case .environment = meaning, let last = name.split(separator: ".").last.map(String.init) else {
          return nil
        }
        return VariableExpressions.speaksOfVariables(last) ? nil : last
      })
  }

  /// Whether an expression can be one that reads a variable, by its form and the last word of what it asks.
  func canRead(_ id: ExpressionID) -> Bool {
    switch facts[id].kind {
    case .either: true
    case .member(let base, _), .index(let base, _): isEnvironment(base)
    case .call(let callee, _), .construct(let callee, _):
      if let name = lastName(callee) { mayRead(name) } else { false }
    default: false
    }
  }

  /// The one value that a name is set to.
  func onlyValue(of symbol: SymbolID) -> ExpressionID? {
    valuesOfSymbol[symbol].flatMap { $0.count == 1 ? $0[0].value : nil }
  }

  /// The variables that an expression reads in order, and its literal default; empty for all other expressions.
  func chain(of id: ExpressionID, depth: Int = 0) -> CodeReader.Chain {
    var chain = CodeReader.Chain()
    guard depth < 10 else { return chain }
    chain.parts = [id]
    switch facts[id].kind {
    case .either(let options):
      for option in options { chain.append(self.chain(of: option, depth: depth + 1)) }
    case .cast(let inner, _), .unpacked(let inner, 0):
      chain.append(self.chain(of: inner, depth: depth + 1))
    case .string(let template): chain.fallback = template.text
    case .member(let base, let name):
      if isEnvironment(base), VariableExpressions.isName(name) { chain.names = [name] }
    case .index(let base, let key):
      if isEnvironment(base) { chain.names = names(key) }
    case .call(let callee, let arguments), .construct(let callee, let arguments):
      if let read = read(callee, arguments, depth: depth) { chain.append(read) }
    default: break
    }
    // A literal alone reads nothing, but may be the end of a chain around it.
    return chain
  }

  /// A call that reads a variable, with its default.
  private func read(_ callee: ExpressionID, _ arguments: [Argument], depth: Int) -> CodeReader.Chain? {
    guard let last = lastName(callee), mayRead(last) else { return nil }
    let path = self.path(callee)
    guard let index = argument(of: path), arguments.indices.contains(index) else { return nil }
    var chain = CodeReader.Chain(names: names(arguments[index].value))
    guard !chain.names.isEmpty else { return nil }
    let labels: Set = ["default", "fallback", "defaultValue", "default_value"]
    let rest = arguments.dropFirst(index + 1)
    if let given = rest.first(where: { $0.label.map(labels.contains) ?? false })
      ?? rest.first(where: { $0.label == nil })
    {
      chain.append(self.chain(of: given.value, depth: depth + 1))
    }
    return chain
  }

  /// Which argument of a call names a variable; nil for a call that reads none.
  private func argument(of path: [String]) -> Int? {
    guard let last = path.last else { return nil }
    if case .environment(let index)? = conventions?.functions[path.joined(separator: ".")] { return index }
    if case .environment(let index)? = conventions?.functions[path.suffix(2).joined(separator: ".")] { return index }
    let name = VariableExpressions.folded(last)
    if name.contains("env") && !name.contains("set") && !name.contains("environmentvalue") { return 0 }
    return path.count > 1 && VariableExpressions.getters.contains(name)
      && VariableExpressions.isEnvironment(path[path.count - 2]) ? 0 : nil
  }

  private static let getters: Set<String> = ["get", "str", "string", "url", "int", "asstring", "require", "required"]

  /// Whether a function of this name can be one that reads a variable; most are told by it.
  private func mayRead(_ name: String) -> Bool {
    if VariableExpressions.speaksOfVariables(name) || readers.contains(name) { return true }
    return name.utf8.count < 10 && VariableExpressions.getters.contains(VariableExpressions.folded(name))
  }

  /// Whether `env` is part of a name, whatever its case and underscores.
  private static func speaksOfVariables(_ name: String) -> Bool {
    let (e, n, v) = (UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "v"))
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in name.utf8 where byte != UInt8(ascii: "_") {
      if before == e, last == n, byte | 0x20 == v { return true }
      (before, last) = (last, byte | 0x20)
    }
    return false
  }

  /// A name in small letters, without underscores.
  private static func folded(_ name: String) -> String {
    guard !name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return name }
    return String(decoding: name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  private func isEnvironment(_ id: ExpressionID) -> Bool {
    lastName(id).map(VariableExpressions.isEnvironment) ?? false
  }

  /// The last word of a path, without the path.
  private func lastName(_ id: ExpressionID) -> String? {
    switch facts[id].kind {
    case .member(_, let name), .implicitMember(let name): name
    case .name(let name, nil): name
    case .name(let name, let symbol?):
      if let imported = imported(symbol) { imported.member ?? imported.module } else { name }
    case .module(let number): facts[number].module
    default: nil
    }
  }

  private static func isEnvironment(_ name: String) -> Bool {
    ["env", "environ", "environment", "ENV"].contains(name)
  }

  /// The names that an argument can be: a literal, or each element of a literal list that a loop goes through.
  private func names(_ id: ExpressionID) -> [String] {
    switch facts[id].kind {
    case .string(let template):
      guard template.parts.count == 1, case .literal(let text, _) = template.parts[0] else { return [] }
      return VariableExpressions.isName(text) ? [text] : []
    case .name(_, let symbol?):
      return onlyValue(of: symbol).map(elements) ?? []
    default: return []
    }
  }

  private func elements(_ id: ExpressionID) -> [String] {
    switch facts[id].kind {
    case .string: names(id)
    case .element(let list):
      if case .list(let elements) = facts[list].kind { elements.flatMap(names) } else { [] }
    default: []
    }
  }

  /// `process.env`, and names through their imports: `os.environ` for `environ`.
  private func path(_ id: ExpressionID, depth: Int = 0) -> [String] {
    guard depth < 12 else { return [] }
    switch facts[id].kind {
    case .name(let name, let symbol):
      guard let imported = symbol.flatMap({ imported($0) }) else { return [name] }
      return [imported.module] + (imported.member.map { [$0] } ?? [])
    case .member(let base, let name): return path(base, depth: depth + 1) + [name]
    case .implicitMember(let name): return [name]
    case .module(let number): return [facts[number].module]
    default: return ["…"]
    }
  }

  /// What a name is imported as: the last part of a module's path, and what of the module it is.
  private func imported(_ symbol: SymbolID) -> (module: String, member: String?)? {
    for case .imported(let number) in facts[symbol].definitions {
      let found = facts[number]
      return (VariableExpressions.lastPart(of: found.module), found.member == "default" ? nil : found.member)
    }
    return nil
  }

  /// `viper` of `github.com/spf13/viper`.
  private static func lastPart(of path: String) -> String {
    let slash = UInt8(ascii: "/")
    guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return path }
    let before = path.utf8[..<last].lastIndex(of: slash)
    return String(path[(before.map(path.utf8.index(after:)) ?? path.startIndex)...last])
  }

  static func isName(_ text: String) -> Bool {
    text.count > 2 && text.count < 80 && text.contains(where: \.isUppercase)
      && text.allSatisfy { $0 == "_" || $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }
}
