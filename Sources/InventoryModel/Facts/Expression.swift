/// An expression of a source file, in words that all languages share.
///
/// What changes no value is left out when lowering: parentheses, `await`, `try`, force unwrapping,
/// optional chaining, address-of and dereference stand for their operand.
package struct Expression: Sendable {
  package let kind: Kind
  /// Where the token that names it stands: of a name, a member (`hset` in `conn.hset`), a literal's
  /// first character. A call stands where its callee's naming token stands.
  package let position: SourcePosition
  /// The scope that it is evaluated in.
  package let scope: ScopeID

  package init(kind: Kind, position: SourcePosition, scope: ScopeID) {
    self.kind = kind
    self.position = position
    self.scope = scope
  }

  package enum Kind: Sendable {
    /// A name, with the symbol of this file that it is lexically bound to; nil when none is: a
    /// builtin, a global of the package, a member of an implicit `self`.
    case name(String, SymbolID?)
    /// `self`, `this` as a keyword: an instance of the type around. A receiver that has a name of its
    /// own (Python, Go) is a `name` whose symbol is defined as a receiver.
    case receiver
    /// `super`, `super()` in Python: the receiver seen as its base types.
    case base
    /// `base.name`, `base?.name`, `base->name`.
    case member(ExpressionID, String)
    /// `.name` without a base, as in Swift.
    case implicitMember(String)
    /// `callee(arguments)`.
    case call(ExpressionID, [Argument])
    /// `new Callee(arguments)`, a Go composite literal `Callee{field: value}`, `new(Callee)`.
    case construct(ExpressionID, [Argument])
    case string(StringTemplate)
    case number(Double)
    case boolean(Bool)
    /// `None`, `nil`, `null`, `undefined`.
    case null
    /// A list, tuple, set, array or slice literal.
    case list([ExpressionID])
    /// A dictionary, object or map literal; a nil key spreads its value (`**other`, `...other`).
    case map([MapEntry])
    /// `base[index]`.
    case index(ExpressionID, ExpressionID)
    /// One of several: a conditional expression, `a or b`, `a ?? b`, a switch used as a value.
    case either([ExpressionID])
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    /// A lambda, a closure, a function literal.
    case function(FunctionID)
    /// A class expression.
    case type(TypeID)
    /// A type used as a value: `[]string`, `map[string]int`, `Client.self`.
    case typeValue(TypeReference)
    /// A value seen as a type: type assertion, `as`, conversion to a named type.
    case cast(ExpressionID, TypeReference)
    /// `require("x")`, `import("x")`: the module itself.
    case module(ImportID)
    /// What iterating over the operand yields.
    case element(ExpressionID)
    /// The value at a position of a tuple, array or multiple result; negative counts from the end.
    case unpacked(ExpressionID, Int)
    /// What `with operand as x` binds.
    case entered(ExpressionID)
    /// `*operand`, `...operand`, `**operand` outside an argument list.
    case spread(ExpressionID)
    /// What is received from a channel, a generator, or else is outside this vocabulary. The operands
    /// are kept so that strings can be put together with holes.
    case other([ExpressionID])
  }
}

/// An argument of a call, in source order.
package struct Argument: Sendable {
  /// Keyword or label; nil for a positional argument (also for Swift's `_`).
  package let label: String?
  package let value: ExpressionID
  package let spread: Spread

  package enum Spread: Sendable {
    case none
    /// `*args`, `...args`, `args...`
    case list
    /// `**kwargs`
    case map
  }

  package init(label: String? = nil, value: ExpressionID, spread: Spread = .none) {
    self.label = label
    self.value = value
    self.spread = spread
  }
}

/// An entry of a map literal; a nil key spreads the value into the map.
package struct MapEntry: Sendable {
  package let key: ExpressionID?
  package let value: ExpressionID

  package init(key: ExpressionID?, value: ExpressionID) {
    self.key = key
    self.value = value
  }
}

/// The operators whose results keys and times are made with; all others are `Expression.Kind.other`.
package enum BinaryOperator: Sendable {
  case add, subtract, multiply, divide, remainder
  /// `..` in Lua, which joins strings.
  case concatenate
}
