import FrontEnd
import InventoryModel
import TreeSitter

extension LuaLowering {
  @discardableResult
  mutating func expression(_ node: SyntaxNode) -> ExpressionID {
    descend { $0.anyExpression(node) } ?? add(.other([]), at: node)
  }

  private mutating func anyExpression(_ node: SyntaxNode) -> ExpressionID {
    switch kinds[node] {
    case .identifier: return node.isMissing ? add(.other([]), at: node) : add(.name(node.text, nil), at: node)
    case .vararg: return add(.name("...", nil), at: node)
    case .string: return string(node)
    case .number: return number(node)
    case .true: return add(.boolean(true), at: node)
    case .false: return add(.boolean(false), at: node)
    case .null: return add(.null, at: node)
    case .parenthesized: return parenthesized(node)
    case .dotIndex, .methodIndex: return member(node)
    case .bracketIndex: return index(node)
    case .functionCall: return call(node)
    case .functionDefinition: return closure(node)
    case .table: return table(node)
    case .binary: return binary(node)
    case .unary: return unary(node)
    default: return operands(of: node)
    }
  }

  mutating func operands(of node: SyntaxNode) -> ExpressionID {
    let values = partsInErrors(node).map { expression($0) }
    return add(.other(values), at: node)
  }

  private mutating func parenthesized(_ node: SyntaxNode) -> ExpressionID {
    let parts = partsInErrors(node)
    return parts.count == 1 ? expression(parts[0]) : operands(of: node)
  }

  private mutating func number(_ node: SyntaxNode) -> ExpressionID {
    add(LuaText.number(node.text).map { .number($0) } ?? .other([]), at: node)
  }

  // MARK: Members

  private mutating func member(_ node: SyntaxNode) -> ExpressionID {
    let parts = partsInErrors(node)
    guard parts.count == 2, kinds[parts[1]] == .identifier, !parts[1].isMissing else { return operands(of: node) }
    let base = expression(parts[0])
    return add(.member(base, parts[1].text), at: parts[1])
  }

  /// `t["name"]` is `t.name`.
  private mutating func index(_ node: SyntaxNode) -> ExpressionID {
    let parts = partsInErrors(node)
    guard parts.count == 2 else { return operands(of: node) }
    let base = expression(parts[0])
    if kinds[parts[1]] == .string, let name = LuaText.name(parts[1].bytes) {
      return add(.member(base, name), at: parts[1])
    }
    let place = indexCountedFromZero(parts[1])
    return add(.index(base, place), at: parts[0])
  }

  /// An index as the common words count: a literal number is one less.
  private mutating func indexCountedFromZero(_ node: SyntaxNode) -> ExpressionID {
    guard kinds[node] == .number, let number = LuaText.number(node.text), number >= 1 else { return expression(node) }
    return add(.number(number - 1), at: node)
  }

  // MARK: Tables

  private mutating func table(_ node: SyntaxNode) -> ExpressionID {
    let fields = partsInErrors(node)
    guard fields.contains(where: { hasToken($0, "=") }) else {
      let values = fields.enumerated().map { element($1, isLast: $0 == fields.count - 1) }
      return add(.list(values), at: node)
    }
    var count = 0
    let entries = fields.enumerated().map { place, field in
      entry(field, isLast: place == fields.count - 1, count: &count)
    }
    return add(.map(entries), at: node)
  }

  private mutating func element(_ field: SyntaxNode, isLast: Bool) -> ExpressionID {
    let value = fieldValue(field)
    guard isLast, isSpread(value) else { return value }
    return builder.add(.spread(value), at: builder.facts[value].position)
  }

  private mutating func entry(_ field: SyntaxNode, isLast: Bool, count: inout Int) -> MapEntry {
    let parts = parts(field)
    guard hasToken(field, "="), parts.count >= 2 else {
      let value = fieldValue(field)
      if isLast, isSpread(value) { return MapEntry(key: nil, value: value) }
      let key = builder.add(.number(Double(count)), at: builder.facts[value].position)
      count += 1
      return MapEntry(key: key, value: value)
    }
    let key =
      if hasToken(field, "[") || kinds[parts[0]] != .identifier {
        indexCountedFromZero(parts[0])
      } else {
        name(parts[0])
      }
    return MapEntry(key: key, value: expression(parts[1]))
  }

  /// The key of `{name = value}`.
  private mutating func name(_ node: SyntaxNode) -> ExpressionID {
    let position = position(node)
    return builder.add(.string(StringTemplate(parts: [.literal(node.text, position)])), at: position)
  }

  private mutating func fieldValue(_ field: SyntaxNode) -> ExpressionID {
    guard kinds[field] == .field else { return expression(field) }
    return parenthesized(field)
  }
}
