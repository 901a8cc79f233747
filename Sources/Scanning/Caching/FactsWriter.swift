import InventoryModel

/// Puts the facts of a file into bytes, for `FactsReader`: small numbers take a byte, each text stands there once.
struct FactsWriter {
  private var body: [UInt8] = []
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]

  /// The facts without the path.
  static func bytes(of facts: FileFacts) -> [UInt8] {
    var writer = FactsWriter()
    writer.add(facts)
    var head = FactsWriter()
    head.add(writer.texts.count)
    for text in writer.texts {
      head.add(text.utf8.count)
      head.body.append(contentsOf: text.utf8)
    }
    return head.body + writer.body
  }

  private mutating func add(_ facts: FileFacts) {
    for count in FactsCounts(of: facts).all { add(count) }
    add(Language.allCases.firstIndex(of: facts.language) ?? 0)
    add(facts.packageName)
    add(facts.documentation)
    add(facts.parseErrorCount)
    add(facts.isComplete)
    for value in facts.imports { add(value) }
    for value in facts.scopes { add(value) }
    for value in facts.symbols { add(value) }
    for value in facts.expressions { add(value) }
    for value in facts.functions { add(value) }
    for value in facts.types { add(value) }
    for value in facts.guards { add(value) }
    add(facts.bindings) { $0.add($1) }
    add(facts.exports) { $0.add($1) }
    add(facts.comments) { $0.add($1) }
    add(facts.discarded) { $0.add($1) }
    add(facts.nilChecks) { $0.add($1) }
  }

  // MARK: Parts

  private mutating func add(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(rest))
  }

  private mutating func add(_ value: Bool) { body.append(value ? 1 : 0) }

  private mutating func add(_ text: String) {
    if let number = numbers[text] { return add(number) }
    numbers[text] = texts.count
    add(texts.count)
    texts.append(text)
  }

  /// Nil or a value.
  private mutating func add<Value>(_ value: Value?, _ write: (inout FactsWriter, Value) -> Void) {
    add(value != nil)
    if let value { write(&self, value) }
  }

  private mutating func add<Value>(_ values: [Value], _ write: (inout FactsWriter, Value) -> Void) {
    add(values.count)
    for value in values { write(&self, value) }
  }

  private mutating func add(_ text: String?) { add(text) { $0.add($1) } }
  private mutating func add(_ texts: [String]) { add(texts) { $0.add($1) } }
  private mutating func add(_ id: ExpressionID) { add(Int(id.index)) }
  private mutating func add(_ id: ExpressionID?) { add(id) { $0.add($1) } }
  private mutating func add(_ ids: [ExpressionID]) { add(ids) { $0.add($1) } }

  private mutating func add(_ position: SourcePosition) {
    add(Int(position.line))
    add(Int(position.column))
  }

  // MARK: Declarations

  private mutating func add(_ value: Import) {
    add(value.module)
    add(value.member)
    add(value.isWildcard)
    add(value.level)
    add(value.bindsFirstComponent)
    add(Int(value.scope.index))
    add(value.position)
  }

  private mutating func add(_ scope: Scope) {
    add(scope.parent) { $0.add(Int($1.index)) }
    switch scope.kind {
    case .file: add(0)
    case .type(let id): add(1, Int(id.index))
    case .function(let id): add(2, Int(id.index))
    case .block: add(3)
    case .loop: add(4)
    case .branch: add(5)
    case .guarded(let id): add(6, Int(id.index))
    case .handler(let id): add(7, Int(id.index))
    }
    add(scope.position)
  }

  private mutating func add(_ first: Int, _ second: Int) {
    add(first)
    add(second)
  }

  private mutating func add(_ value: Guard) {
    add(value.position)
    add(value.handlers) { writer, handler in
      writer.add(handler.catches)
      writer.add(handler.position)
      writer.add(handler.rethrows)
    }
  }

  private mutating func add(_ symbol: Symbol) {
    add(symbol.name)
    add(Int(symbol.scope.index))
    add(symbol.definitions) { writer, definition in
      switch definition {
      case .variable: writer.add(0)
      case .parameter(let id, let number):
        writer.add(1, Int(id.index))
        writer.add(number)
      case .receiver(let id): writer.add(2, Int(id.index))
      case .function(let id): writer.add(3, Int(id.index))
      case .type(let id): writer.add(4, Int(id.index))
      case .imported(let id): writer.add(5, Int(id.index))
      }
    }
  }

  private mutating func add(_ binding: Binding) {
    add(binding.target)
    add(binding.value)
    add(binding.annotation)
    add(Int(binding.scope.index))
  }

  private mutating func add(_ function: FunctionDeclaration) {
    add(function.name)
    add(function.owner) { $0.add(Int($1.index)) }
    add(function.receiverType)
    add(Int(function.traits.rawValue))
    add(function.typeParameters) { $0.add($1) }
    add(function.parameters) { writer, parameter in
      writer.add(parameter.name)
      writer.add(parameter.label)
      writer.add(parameter.annotation)
      writer.add(parameter.defaultValue)
      switch parameter.kind {
      case .plain: writer.add(0)
      case .list: writer.add(1)
      case .map: writer.add(2)
      }
      writer.add(parameter.symbol) { $0.add(Int($1.index)) }
    }
    add(function.result)
    add(function.returns)
    add(function.yields)
    add(function.decorators)
    add(Int(function.scope.index))
    add(function.position)
    add(Int(function.endLine))
    add(function.documentation)
  }

  private mutating func add(_ parameter: TypeParameter) {
    add(parameter.name)
    add(parameter.bound)
  }

  private mutating func add(_ type: TypeDeclaration) {
    add(type.name)
    switch type.kind {
    case .class: add(0)
    case .structure: add(1)
    case .interface: add(2)
    case .enumeration: add(3)
    case .alias: add(4)
    case .extension: add(5)
    }
    add(type.bases) { $0.add($1) }
    add(type.typeParameters) { $0.add($1) }
    add(type.fields) { writer, field in
      writer.add(field.name)
      writer.add(field.annotation)
      writer.add(field.value)
      writer.add(field.isStatic)
      writer.add(field.position)
      writer.add(field.encodedName)
    }
    add(type.target)
    add(type.decorators)
    add(Int(type.scope.index), Int(type.memberScope.index))
    add(type.position)
    add(type.documentation)
  }

  private mutating func add(_ export: Export) {
    add(export.name)
    switch export.source {
    case .value(let id): add(0, Int(id.index))
    case .imported(let id): add(1, Int(id.index))
    }
  }

  private mutating func add(_ comment: Comment) {
    add(comment.text)
    add(comment.position)
    add(comment.isTrailing)
  }

  private mutating func add(_ type: TypeReference?) { add(type) { $0.add($1) } }

  private mutating func add(_ type: TypeReference) {
    switch type {
    case .named(let path, let arguments):
      add(0)
      add(path)
      add(arguments) { $0.add($1) }
    case .list(let element):
      add(1)
      add(element)
    case .map(let key, let value):
      add(2)
      add(key)
      add(value)
    case .tuple(let elements):
      add(3)
      add(elements) { $0.add($1) }
    case .either(let elements):
      add(4)
      add(elements) { $0.add($1) }
    case .function(let parameters, let result):
      add(5)
      add(parameters) { $0.add($1) }
      add(result)
    case .literal(let id): add(6, Int(id.index))
    }
  }

  // MARK: Expressions

  private mutating func add(_ expression: Expression) {
    add(expression.position)
    add(Int(expression.scope.index))
    switch expression.kind {
    case .name(let name, let symbol):
      add(0)
      add(name)
      add(symbol) { $0.add(Int($1.index)) }
    case .receiver: add(1)
    case .base: add(2)
    case .member(let base, let name):
      add(3, Int(base.index))
      add(name)
    case .implicitMember(let name):
      add(4)
      add(name)
    case .call(let callee, let arguments):
      add(5, Int(callee.index))
      add(arguments) { $0.add($1) }
    case .construct(let callee, let arguments):
      add(6, Int(callee.index))
      add(arguments) { $0.add($1) }
    case .string(let template):
      add(7)
      add(template.parts) { writer, part in
        switch part {
        case .literal(let text, let position):
          writer.add(0)
          writer.add(text)
          writer.add(position)
        case .hole(let value): writer.add(1, Int(value.index))
        }
      }
    case .number(let number):
      add(8)
      add(Int(bitPattern: UInt(number.bitPattern)))
    case .boolean(let value): add(9, value ? 1 : 0)
    case .null: add(10)
    case .list(let values):
      add(11)
      add(values)
    case .map(let entries):
      add(12)
      add(entries) { writer, entry in
        writer.add(entry.key)
        writer.add(entry.value)
      }
    case .index(let base, let index):
      add(13, Int(base.index))
      add(index)
    case .either(let values):
      add(14)
      add(values)
    case .binary(let binaryOperator, let left, let right):
      add(15, FactsCounts.number(of: binaryOperator))
      add(left)
      add(right)
    case .function(let id): add(16, Int(id.index))
    case .type(let id): add(17, Int(id.index))
    case .typeValue(let type):
      add(18)
      add(type)
    case .cast(let base, let type):
      add(19, Int(base.index))
      add(type)
    case .module(let id): add(20, Int(id.index))
    case .element(let base): add(21, Int(base.index))
    case .unpacked(let base, let number):
      add(22, Int(base.index))
      add(number)
    case .entered(let base): add(23, Int(base.index))
    case .spread(let base): add(24, Int(base.index))
    case .other(let values):
      add(25)
      add(values)
    }
  }

  private mutating func add(_ argument: Argument) {
    add(argument.label)
    add(argument.value)
    switch argument.spread {
    case .none: add(0)
    case .list: add(1)
    case .map: add(2)
    }
  }
}

/// How many there are of what facts refer to by position.
struct FactsCounts {
  var imports = 0
  var scopes = 0
  var symbols = 0
  var expressions = 0
  var functions = 0
  var types = 0
  var guards = 0

  init(of facts: FileFacts) {
    (imports, scopes, symbols) = (facts.imports.count, facts.scopes.count, facts.symbols.count)
    (expressions, functions) = (facts.expressions.count, facts.functions.count)
    (types, guards) = (facts.types.count, facts.guards.count)
  }

  init(_ all: [Int]) {
    (imports, scopes, symbols) = (all[0], all[1], all[2])
    (expressions, functions, types, guards) = (all[3], all[4], all[5], all[6])
  }

  var all: [Int] { [imports, scopes, symbols, expressions, functions, types, guards] }

  static let operators: [BinaryOperator] = [.add, .subtract, .multiply, .divide, .remainder, .concatenate]

  static func number(of binaryOperator: BinaryOperator) -> Int { operators.firstIndex(of: binaryOperator) ?? 0 }
}
