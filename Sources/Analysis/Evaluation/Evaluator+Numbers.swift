import InventoryModel
import Knowledge

/// Numbers and durations, where they are static.
extension Evaluator {
  /// The one number that an expression always has; a duration is in seconds.
  mutating func number(of node: NodeID, depth: Int = 0) -> Double? {
    guard depth < 12, let (file, id) = resolver.expression(of: node) else { return nil }
    switch file[id].kind {
    case .number(let value): return value
    case .string(let template):
      guard case .literal(let text, _)? = template.parts.first, template.parts.count == 1 else {
        return nil
      }
      return Double(text)
    case .binary(let operation, let left, let right):
      guard let first = number(of: file.node(left), depth: depth + 1),
        let second = number(of: file.node(right), depth: depth + 1)
      else { return nil }
      return Evaluator.apply(operation, first, second)
    case .cast(let operand, _): return number(of: file.node(operand), depth: depth + 1)
    case .name(let name, let symbol):
      return nameNumber(name, symbol, use: file[id], file: file, depth: depth)
    case .member(let base, let name):
      return memberNumber(name, of: file.node(base), node: node, depth: depth)
    case .call(let callee, let arguments):
      return callNumber(callee, arguments, file: file, depth: depth)
    default: return nil
    }
  }

  private static func apply(_ operation: BinaryOperator, _ left: Double, _ right: Double) -> Double? {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: right == 0 ? nil : left / right
    case .remainder, .concatenate: nil
    }
  }

  private mutating func same(_ nodes: [NodeID], depth: Int) -> Double? {
    var found: Double?
    for node in nodes {
      guard let value = number(of: node, depth: depth + 1), found == nil || found == value else {
        return nil
      }
      found = value
    }
    return found
  }

  private mutating func nameNumber(
    _ name: String, _ symbol: SymbolID?, use: Expression, file: LoweredFile, depth: Int
  ) -> Double? {
    guard let symbol else {
      guard let scope = resolver.packageScope(of: file) else { return nil }
      for other in resolver.filesOfScope[scope] ?? [] {
        guard let global = other.fileSymbols[name] else { continue }
        return same(stores(of: global, in: other), depth: depth)
      }
      return nil
    }
    for definition in file[symbol].definitions {
      switch definition {
      case .variable: return same(assignments(to: symbol, before: use, in: file), depth: depth)
      case .parameter(let function, let index):
        let record = file[function]
        var nodes = passed(forParameter: index, of: file.function(function))
        if let value = record.parameters[index].defaultValue { nodes.append(file.node(value)) }
        return nodes.isEmpty || nodes.count > 8 ? nil : same(nodes, depth: depth)
      case .imported(let declaration):
        guard let member = file[declaration].member,
          case .file(let other)? = file.target(declaration)
        else { return externalNumber(at: file.node(symbol)) }
        return exportedNumber(member, of: other, depth: depth)
      default: return nil
      }
    }
    return nil
  }

  private mutating func exportedNumber(_ name: String, of number: Int32, depth: Int) -> Double? {
    guard let file = resolver.files[number] else {
      if isTelling(name, asPart: true) { want(number) }
      return nil
    }
    guard let symbol = file.fileSymbols[name] else { return nil }
    return same(stores(of: symbol, in: file), depth: depth)
  }

  private func stores(of symbol: SymbolID, in file: LoweredFile) -> [NodeID] {
    file.bindings(of: symbol).compactMap { index in
      file.bindings[index].value.map { file.node($0) }
    }
  }

  private mutating func memberNumber(
    _ name: String, of base: NodeID, node: NodeID, depth: Int
  ) -> Double? {
    if let constant = externalNumber(at: node) { return constant }
    for entry in resolver.graph.values(base) {
      switch entry.value.kind {
      case .module: return exportedNumber(name, of: entry.value.first, depth: depth)
      case .package:
        for file in resolver.tree.filesInFolder[Int(entry.value.first)] {
          if let value = exportedNumber(name, of: file, depth: depth) { return value }
        }
      case .instance, .type:
        var nodes: [NodeID] = []
        for part in resolver.graph.values(resolver.types[Int(entry.value.first)].hierarchy)
        where part.value.kind == .type {
          guard let field = resolver.existingField(part.value.first, name) else { continue }
          nodes += resolver.fieldStores[field] ?? []
          nodes += classStores(name, of: part.value.first)
        }
        return nodes.isEmpty ? nil : same(nodes, depth: depth)
      default: continue
      }
    }
    return nil
  }

  private func classStores(_ name: String, of type: Int32) -> [NodeID] {
    let record = resolver.types[Int(type)]
    guard let id = record.id, let file = resolver.files[record.file],
      let symbol = file.innerSymbols[file[id].memberScope, name]
    else { return [] }
    return stores(of: symbol, in: file)
  }

  /// A constant of a library: `time.Second`.
  private func externalNumber(at node: NodeID) -> Double? {
    for entry in resolver.graph.values(node) where entry.value.kind == .external {
      if case .duration(let seconds)? = resolver.effect(of: entry.value) {
        return seconds
      }
    }
    return nil
  }

  private mutating func callNumber(
    _ callee: ExpressionID, _ arguments: [Argument], file: LoweredFile, depth: Int
  ) -> Double? {
    for entry in resolver.graph.values(file.node(callee)) where entry.value.kind == .external {
      switch resolver.effect(of: entry.value) {
      case .durationParts: return durationParts(arguments, file: file, depth: depth)
      case .duration(let seconds):
        guard let first = arguments.first,
          let count = number(of: file.node(first.value), depth: depth + 1)
        else { continue }
        return count * seconds
      case .argument(let index), .text(let index):
        guard arguments.indices.contains(index) else { continue }
        return number(of: file.node(arguments[index].value), depth: depth + 1)
      default: continue
      }
    }
    if case .implicitMember(let name) = file[callee].kind, let seconds = Evaluator.partSeconds[name],
      let first = arguments.first, arguments.count == 1
    {
      return number(of: file.node(first.value), depth: depth + 1).map { $0 * seconds }
    }
    guard case .member(let base, let name) = file[callee].kind,
      let effect = resolver.knowledge.conventions[file.facts.language.family]?.methods[name],
      [.receiver, .receiverText].contains(effect)
    else { return nil }
    return number(of: file.node(base), depth: depth + 1)
  }

  private static let partSeconds: [String: Double] = [
    "weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1,
    "milliseconds": 0.001, "microseconds": 0.000_001,
  ]

  private mutating func durationParts(
    _ arguments: [Argument], file: LoweredFile, depth: Int
  ) -> Double? {
    var total = 0.0
    for (position, argument) in arguments.enumerated() {
      let part = argument.label ?? (position == 0 ? "days" : position == 1 ? "seconds" : "")
      guard let seconds = Evaluator.partSeconds[part],
        let count = number(of: file.node(argument.value), depth: depth + 1)
      else { return nil }
      total += count * seconds
    }
    return total
  }
}
