package import InventoryModel
import Knowledge

/// One key template under which commands of two types work.
package struct KeyUsedWithTwoTypes: Check {
  package static let rule = "key-used-with-two-types"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let functions = input.report.callGraph.functions
    let bases = Dictionary(
      functions.compactMap(\.type).map { ($0.name, $0.bases) }, uniquingKeysWith: { first, _ in first })
    // Who asks for the type first knows that there are two.
    let asked = input.report.operations.filter { $0.command == "TYPE" }
    let asking = Set(asked.compactMap(\.functionNumber))
    let known = Set(asked.flatMap(\.keyTemplates))
    var uses: [String: [String: Operation]] = [:]
    for operation in input.report.operations where operation.context == .production && !operation.takesKeyFromCaller {
      guard let type = Self.type(of: operation), operation.keyTemplates.count == 1, let key = operation.key,
        !operation.comesByInterface(functions),
        isTelling(key), !known.contains(key), !(operation.functionNumber.map(asking.contains) ?? false)
      else { continue }
      uses[key, default: [:]][type] = uses[key]?[type] ?? operation
    }
    return uses.sorted { $0.key < $1.key }.compactMap { key, types in
      let found = types.sorted { $0.value < $1.value }
      guard let first = found.first,
        let second = found.dropFirst().first(where: { !areAlternatives(first.value, $0.value, functions, bases) })
      else { return nil }
      return Finding(
        of: Self.rule, at: second.value,
        message: "\(second.value.command) takes \(key) for a \(second.key), \(first.value.command) elsewhere for a "
          + "\(first.key): the server refuses the second with WRONGTYPE",
        subject: key, notes: [Evidence(place: first.value.place, what: "\(first.value.command): a \(first.key)")])
    }
  }

  /// A template that begins with a hole, or is mostly holes, is many keys' form: `{}:count`.
  private func isTelling(_ key: String) -> Bool {
    let parts = key.split { ":/.".contains($0) }
    let holes = parts.count { $0.contains("{}") }
    return KeyTemplate.isTelling(key) && !key.hasPrefix("{}") && !key.hasSuffix("*") && holes * 2 <= parts.count
  }

  /// Methods of two types of one base, of which a program uses one.
  ///
  /// - Parameter bases: what types are made of, by their names.
  private func areAlternatives(
    _ left: Operation, _ right: Operation, _ functions: [FunctionNode], _ bases: [String: [String]]
  ) -> Bool {
    guard let one = left.functionNumber.flatMap({ functions[$0].type }),
      let other = right.functionNumber.flatMap({ functions[$0].type }), one.place != other.place
    else { return false }
    func family(of type: TypeNode) -> Set<String> {
      var (family, pending): (Set<String>, [String]) = ([type.name], type.bases)
      while let next = pending.popLast() {
        let name = next.split(separator: ".").last.map(String.init) ?? next
        if family.insert(name).inserted { pending += bases[name] ?? [] }
      }
      return family
    }
    return !family(of: one).isDisjoint(with: family(of: other))
  }

  private static func type(of operation: Operation) -> String? {
    guard let group = operation.group, !severalTypes.contains(operation.command) else {
      return nil
    }
    return names[group]
  }

  private static let names = [
    "string": "string", "bitmap": "string", "hyperloglog": "string", "hash": "hash", "list": "list", "set": "set",
    "sorted-set": "sorted set", "sorted_set": "sorted set", "geo": "sorted set", "stream": "stream",
  ]
  /// Commands that take keys of more than one type.
  private static let severalTypes: Set<String> = [
    "ZUNIONSTORE", "ZINTERSTORE", "ZDIFFSTORE", "ZUNION", "ZINTER", "ZDIFF", "SORT", "BITOP", "PFMERGE",
  ]
}

extension Operation {
  /// Whether its key is handed in by a call that may be of another type's function.
  fileprivate func comesByInterface(_ functions: [FunctionNode]) -> Bool {
    guard let number = functionNumber, let keyText, functions[number].parameters.contains(keyText) else { return false }
    return functions[number].callers.contains { caller in
      functions[caller.function].call(at: caller.place).map { $0.callees.count > 1 } ?? false
    }
  }

  /// In a script, a key out of KEYS or a variable: which of several callers' keys it is, is not known for sure.
  fileprivate var takesKeyFromCaller: Bool {
    isInScript && (keyText?.contains("KEYS") ?? true || keyText?.allSatisfy { $0.isLetter || $0 == "_" } ?? true)
  }
}
