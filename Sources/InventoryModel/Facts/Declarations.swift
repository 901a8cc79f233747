/// A region of names.
package struct Scope: Sendable {
  package let parent: ScopeID?
  package let kind: Kind
  package let position: SourcePosition

  package enum Kind: Sendable, Hashable {
    case file
    case type(TypeID)
    case function(FunctionID)
    /// A block that always runs once if reached.
    case block
    /// A loop's body and a comprehension.
    case loop
    /// A branch of a condition.
    case branch
    /// The protected part of a guard (`try`, `do`).
    case guarded(GuardID)
    /// A handler of a guard (`except`, `catch`) or its `finally`.
    case handler(GuardID)
  }

  package init(parent: ScopeID?, kind: Kind, position: SourcePosition) {
    self.parent = parent
    self.kind = kind
    self.position = position
  }
}

/// A branch of a switch over the cases of an enum.
package struct SwitchBranch: Sendable {
  /// The cases that it is for; of the branch for all others, the cases that have one.
  package let names: Set<String>
  package let isDefault: Bool

  package init(names: Set<String>, isDefault: Bool) {
    self.names = names
    self.isDefault = isDefault
  }

  /// Whether a case comes here.
  package func takes(_ name: String) -> Bool { names.contains(name) != isDefault }
}

/// A `try` with its handlers; also Swift's `try?` and a `.catch(…)` on a promise.
package struct Guard: Sendable {
  package let position: SourcePosition
  package var handlers: [Handler]

  package init(position: SourcePosition, handlers: [Handler]) {
    self.position = position
    self.handlers = handlers
  }

  package struct Handler: Sendable {
    /// What it catches, as written (`redis.RedisError`); empty when it catches all.
    package let catches: [String]
    package let position: SourcePosition
    /// Whether it always throws again.
    package let `rethrows`: Bool

    package init(catches: [String], position: SourcePosition, `rethrows`: Bool) {
      self.catches = catches
      self.position = position
      self.`rethrows` = `rethrows`
    }
  }
}

/// A name declared in a scope, with everything that defines it: a name may have several definitions
/// (an import under `try` and another under `except`, a function redefined).
package struct Symbol: Sendable {
  package let name: String
  package let scope: ScopeID
  package var definitions: [Definition]

  package enum Definition: Sendable, Hashable {
    /// Assigned by bindings whose target is this name.
    case variable
    case parameter(FunctionID, Int)
    /// The receiver's name, where a language lets it be chosen: Python's `self` and `cls`, Go's `(r *T)`.
    case receiver(FunctionID)
    case function(FunctionID)
    case type(TypeID)
    case imported(ImportID)
  }

  package init(name: String, scope: ScopeID, definitions: [Definition]) {
    self.name = name
    self.scope = scope
    self.definitions = definitions
  }
}

/// An assignment, a declaration with an initializer, or a declaration with a type alone.
///
/// Patterns are taken apart: `a, b = f()` is two bindings with `unpacked` values; `for x in xs` binds
/// x to an `element`; `with f() as c` binds c to an `entered`.
package struct Binding: Sendable {
  /// A `name`, `member` or `index` expression.
  package let target: ExpressionID
  package let value: ExpressionID?
  package let annotation: TypeReference?
  package let scope: ScopeID

  package init(
    target: ExpressionID, value: ExpressionID?, annotation: TypeReference? = nil, scope: ScopeID
  ) {
    self.target = target
    self.value = value
    self.annotation = annotation
    self.scope = scope
  }
}

/// A function, method, accessor, initializer or closure.
package struct FunctionDeclaration: Sendable {
  /// Empty for a closure.
  package var name: String
  /// The type that lexically holds it.
  package var owner: TypeID?
  /// The type that it is attached to from outside: a Go receiver, `Queue.prototype.add = …`.
  package var receiverType: TypeReference?
  package var traits: Traits
  package var typeParameters: [TypeParameter]
  /// Without the receiver (`self`, `this`), but with Python's `cls` left out too.
  package var parameters: [Parameter]
  /// The result's type as written; multiple results are a tuple.
  package var result: TypeReference?
  /// Every value returned; several results of one statement are one `list` expression.
  package var returns: [ExpressionID]
  /// Every value yielded.
  package var yields: [ExpressionID]
  package var decorators: [ExpressionID]
  /// The scope of its parameters and body.
  package var scope: ScopeID
  /// Where its name stands, or its first token.
  package var position: SourcePosition
  package var endLine: Int32
  /// What its documentation says, without comment signs.
  package var documentation: String?

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let isStatic = Traits(rawValue: 1)
    package static let isConstructor = Traits(rawValue: 2)
    /// Read without a call: a property, a getter, a computed variable.
    package static let isProperty = Traits(rawValue: 4)
    package static let isAsync = Traits(rawValue: 8)
    package static let isGenerator = Traits(rawValue: 16)
    package static let isSetter = Traits(rawValue: 32)
    /// Catch-all for members that do not exist: `__getattr__`.
    package static let isDelegation = Traits(rawValue: 64)
    /// What `with` binds: `__enter__`, `__aenter__`.
    package static let isEntry = Traits(rawValue: 128)
    /// Called when an instance is called: `__call__`, `callAsFunction`.
    package static let isCallOperator = Traits(rawValue: 256)
    /// Its parameters are named `$0`, `$1` … by use.
    package static let hasNumberedParameters = Traits(rawValue: 512)
    /// `Queue.prototype = …`-style or other dynamic attachment.
    package static let isAttached = Traits(rawValue: 1024)
    /// May throw, by declaration.
    package static let isThrowing = Traits(rawValue: 2048)
  }

  package init(
    name: String, owner: TypeID? = nil, receiverType: TypeReference? = nil, traits: Traits = [],
    typeParameters: [TypeParameter] = [], parameters: [Parameter] = [],
    result: TypeReference? = nil, returns: [ExpressionID] = [], yields: [ExpressionID] = [],
    decorators: [ExpressionID] = [], scope: ScopeID, position: SourcePosition, endLine: Int32 = 0
  ) {
    self.name = name
    self.owner = owner
    self.receiverType = receiverType
    self.traits = traits
    self.typeParameters = typeParameters
    self.parameters = parameters
    self.result = result
    self.returns = returns
    self.yields = yields
    self.decorators = decorators
    self.scope = scope
    self.position = position
    self.endLine = endLine
  }
}

/// A generic parameter and what bounds it.
package struct TypeParameter: Sendable {
  package let name: String
  package let bound: TypeReference?

  package init(name: String, bound: TypeReference?) {
    self.name = name
    self.bound = bound
  }
}

package struct Parameter: Sendable {
  /// The name inside the function.
  package let name: String
  /// The label at the call where it differs from the name, or must be written; nil where a call gives
  /// it by position alone. Python: the name itself. Go: nil.
  package let label: String?
  package let annotation: TypeReference?
  package let defaultValue: ExpressionID?
  package let kind: Kind
  /// The symbol of its name in the function's scope; nil for a pattern, whose names are bound by bindings.
  package let symbol: SymbolID?

  package enum Kind: Sendable {
    case plain
    /// Takes all further positional arguments.
    case list
    /// Takes all further labelled arguments.
    case map
  }

  package init(
    name: String, label: String? = nil, annotation: TypeReference? = nil,
    defaultValue: ExpressionID? = nil, kind: Kind = .plain, symbol: SymbolID?
  ) {
    self.name = name
    self.label = label
    self.annotation = annotation
    self.defaultValue = defaultValue
    self.kind = kind
    self.symbol = symbol
  }
}

/// A class, struct, interface, protocol, enum, alias or extension.
package struct TypeDeclaration: Sendable {
  package var name: String
  package var kind: Kind
  /// Base classes, protocols conformed to, embedded structs and interfaces.
  package var bases: [TypeReference]
  package var typeParameters: [TypeParameter]
  package var fields: [Field]
  /// What an alias or a defined type stands for, what an extension extends.
  package var target: TypeReference?
  package var decorators: [ExpressionID]
  package var scope: ScopeID
  /// The scope that its members are declared in.
  package var memberScope: ScopeID
  package var position: SourcePosition
  /// What its documentation says, without comment signs.
  package var documentation: String?

  package enum Kind: Sendable { case `class`, structure, interface, enumeration, alias, `extension` }

  package init(
    name: String, kind: Kind, bases: [TypeReference] = [], typeParameters: [TypeParameter] = [],
    fields: [Field] = [], target: TypeReference? = nil, decorators: [ExpressionID] = [],
    scope: ScopeID, memberScope: ScopeID, position: SourcePosition
  ) {
    self.name = name
    self.kind = kind
    self.bases = bases
    self.typeParameters = typeParameters
    self.fields = fields
    self.target = target
    self.decorators = decorators
    self.scope = scope
    self.memberScope = memberScope
    self.position = position
  }
}

/// A stored member declared in a type. Methods and computed members are functions with an owner.
package struct Field: Sendable {
  package let name: String
  package let annotation: TypeReference?
  package let value: ExpressionID?
  package let isStatic: Bool
  package let position: SourcePosition
  /// The name that it has in JSON by a tag, `-` for none; nil where no tag tells.
  package var encodedName: String?

  package init(
    name: String, annotation: TypeReference?, value: ExpressionID?, isStatic: Bool = false,
    position: SourcePosition
  ) {
    self.name = name
    self.annotation = annotation
    self.value = value
    self.isStatic = isStatic
    self.position = position
  }
}

/// An import of a module, or of one name of it.
package struct Import: Sendable {
  /// As written, without quotes and without leading dots: `redis.asyncio`, `github.com/x/y/v8`, `./queue`.
  package let module: String
  /// The name imported from it; nil for the module itself; "default" for a JavaScript default import.
  package let member: String?
  /// Imports every exported name into the scope (`from x import *`, Go's `import . "x"`, Swift's
  /// `import X`, JavaScript's `export * from`).
  package let isWildcard: Bool
  /// Leading dots of a Python relative import.
  package let level: Int
  /// `import a.b` binds `a`; then the symbol stands for the first component only.
  package let bindsFirstComponent: Bool
  package let scope: ScopeID
  package let position: SourcePosition

  package init(
    module: String, member: String? = nil, isWildcard: Bool = false, level: Int = 0,
    bindsFirstComponent: Bool = false, scope: ScopeID, position: SourcePosition
  ) {
    self.module = module
    self.member = member
    self.isWildcard = isWildcard
    self.level = level
    self.bindsFirstComponent = bindsFirstComponent
    self.scope = scope
    self.position = position
  }
}

/// A name that a JavaScript module gives away. Other languages export the symbols of their file scope.
package struct Export: Sendable {
  /// "default" for a default export; nil for the whole module (`module.exports = value`).
  package let name: String?
  package let source: Source

  package enum Source: Sendable {
    case value(ExpressionID)
    /// Passed on from an import.
    case imported(ImportID)
  }

  package init(name: String?, source: Source) {
    self.name = name
    self.source = source
  }
}

/// A comment that somebody may look for, without its comment signs.
package struct Comment: Sendable {
  package let text: String
  package let position: SourcePosition
  /// Whether code stands before it on its line.
  package let isTrailing: Bool

  package init(text: String, position: SourcePosition, isTrailing: Bool) {
    self.text = text
    self.position = position
    self.isTrailing = isTrailing
  }
}
