import InventoryModel

/// Takes the facts of a file out of bytes that `FactsWriter` made. Of other bytes it makes none: no position leads
/// outside, and nothing takes more memory than the bytes can hold.
struct FactsReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var texts: [String] = []
  private var counts = FactsCounts([0, 0, 0, 0, 0, 0, 0])
  private var depth = 0

  /// The facts of a file of a path; nil where the bytes are none.
  static func facts(in bytes: ArraySlice<UInt8>, path: String) -> FileFacts? {
    var reader = FactsReader(bytes: bytes, index: bytes.startIndex)
    guard let facts = try? reader.facts(path), reader.index == bytes.endIndex else { return nil }
    return facts
  }

  private init(bytes: ArraySlice<UInt8>, index: Int) {
    self.bytes = bytes
    self.index = index
  }

  /// What is read is no file's facts.
  private struct Broken: Error {}

  private mutating func facts(_ path: String) throws(Broken) -> FileFacts {
    let textCount = try count()
    texts.reserveCapacity(textCount)
    for _ in 0..<textCount {
      let length = try count()
      texts.append(String(decoding: bytes[index..<(index + length)], as: UTF8.self))
      index += length
    }
    var all: [Int] = []
    for _ in 0..<7 { all.append(try count()) }
    counts = FactsCounts(all)
    let language = try number(below: Language.allCases.count)
    var facts = FileFacts(path: path, language: Language.allCases[language])
    facts.packageName = try optionalText()
    facts.documentation = try optionalText()
    facts.parseErrorCount = try number()
    facts.isComplete = try bool()
    facts.imports = try values(counts.imports) { reader throws(Broken) in try reader.importDeclaration() }
    facts.scopes = try values(counts.scopes) { reader throws(Broken) in try reader.scope() }
    facts.symbols = try values(counts.symbols) { reader throws(Broken) in try reader.symbol() }
    facts.expressions = try values(counts.expressions) { reader throws(Broken) in try reader.expressionValue() }
    facts.functions = try values(counts.functions) { reader throws(Broken) in try reader.function() }
    facts.types = try values(counts.types) { reader throws(Broken) in try reader.type() }
    facts.guards = try values(counts.guards) { reader throws(Broken) in try reader.guardValue() }
    facts.bindings = try list { reader throws(Broken) in try reader.binding() }
    facts.exports = try list { reader throws(Broken) in try reader.export() }
    facts.comments = try list { reader throws(Broken) in
      Comment(text: try reader.text(), position: try reader.position(), isTrailing: try reader.bool())
    }
    facts.discarded = try expressions()
    facts.nilChecks = try expressions()
    return facts
  }

  // MARK: Parts

  private mutating func number() throws(Broken) -> Int {
    var (value, shift): (UInt, UInt) = (0, 0)
    while index < bytes.endIndex, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    throw Broken()
  }

  /// How many of something follow; each takes a byte at least.
  private mutating func count() throws(Broken) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - index else { throw Broken() }
    return count
  }

  private mutating func number(below limit: Int) throws(Broken) -> Int {
    let value = try number()
    guard value >= 0, value < limit else { throw Broken() }
    return value
  }

  private mutating func bool() throws(Broken) -> Bool { try number(below: 2) == 1 }

  private mutating func text() throws(Broken) -> String { texts[try number(below: texts.count)] }

  private mutating func optional<Value>(
    _ read: (inout FactsReader) throws(Broken) -> Value
  ) throws(Broken) -> Value? {
    try bool() ? try read(&self) : nil
  }

  private mutating func values<Value>(
    _ count: Int, _ read: (inout FactsReader) throws(Broken) -> Value
  ) throws(Broken) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  private mutating func list<Value>(_ read: (inout FactsReader) throws(Broken) -> Value) throws(Broken) -> [Value] {
    try values(try count(), read)
  }

  private mutating func optionalText() throws(Broken) -> String? {
    try optional { reader throws(Broken) in try reader.text() }
  }

  private mutating func textList() throws(Broken) -> [String] {
    try list { reader throws(Broken) in try reader.text() }
  }

  private mutating func position() throws(Broken) -> SourcePosition {
    SourcePosition(line: try number(), column: try number())
  }

  // MARK: References

  private mutating func expression() throws(Broken) -> ExpressionID {
    ExpressionID(try number(below: counts.expressions))
  }
  private mutating func scopeID() throws(Broken) -> ScopeID { ScopeID(try number(below: counts.scopes)) }
  private mutating func symbolID() throws(Broken) -> SymbolID { SymbolID(try number(below: counts.symbols)) }
  private mutating func functionID() throws(Broken) -> FunctionID { FunctionID(try number(below: counts.functions)) }
  private mutating func typeID() throws(Broken) -> TypeID { TypeID(try number(below: counts.types)) }
  private mutating func importID() throws(Broken) -> ImportID { ImportID(try number(below: counts.imports)) }
  private mutating func guardID() throws(Broken) -> GuardID { GuardID(try number(below: counts.guards)) }

  private mutating func optionalExpression() throws(Broken) -> ExpressionID? {
    try optional { reader throws(Broken) in try reader.expression() }
  }

  private mutating func expressions() throws(Broken) -> [ExpressionID] {
    try list { reader throws(Broken) in try reader.expression() }
  }

  // MARK: Declarations

  private mutating func importDeclaration() throws(Broken) -> Import {
    Import(
      module: try text(), member: try optionalText(), isWildcard: try bool(), level: try number(),
      bindsFirstComponent: try bool(), scope: try scopeID(), position: try position())
  }

  private mutating func scope() throws(Broken) -> Scope {
    let parent = try optional { reader throws(Broken) in try reader.scopeID() }
    let kind: Scope.Kind
    switch try number() {
    case 0: kind = .file
    case 1: kind = .type(try typeID())
    case 2: kind = .function(try functionID())
    case 3: kind = .block
    case 4: kind = .loop
    case 5: kind = .branch
    case 6: kind = .guarded(try guardID())
    case 7: kind = .handler(try guardID())
    default: throw Broken()
    }
    return Scope(parent: parent, kind: kind, position: try position())
  }

  private mutating func guardValue() throws(Broken) -> Guard {
    Guard(
      position: try position(),
      handlers: try list { reader throws(Broken) in
        Guard.Handler(
          catches: try reader.textList(), position: try reader.position(), rethrows: try reader.bool())
      })
  }

  private mutating func symbol() throws(Broken) -> Symbol {
    Symbol(
      name: try text(), scope: try scopeID(),
      definitions: try list { reader throws(Broken) in
        switch try reader.number() {
        case 0: .variable
        case 1: .parameter(try reader.functionID(), try reader.number())
        case 2: .receiver(try reader.functionID())
        case 3: .function(try reader.functionID())
        case 4: .type(try reader.typeID())
        case 5: .imported(try reader.importID())
        default: throw Broken()
        }
      })
  }

  private mutating func binding() throws(Broken) -> Binding {
    Binding(
      target: try expression(), value: try optionalExpression(), annotation: try optionalReference(),
      scope: try scopeID())
  }

  private mutating func function() throws(Broken) -> FunctionDeclaration {
    let name = try text()
    let owner = try optional { reader throws(Broken) in try reader.typeID() }
    let receiverType = try optionalReference()
    let traits = FunctionDeclaration.Traits(rawValue: UInt16(try number(below: 1 << 16)))
    var function = FunctionDeclaration(
      name: name, owner: owner, receiverType: receiverType, traits: traits, typeParameters: try typeParameters(),
      parameters: try list { reader throws(Broken) in try reader.parameter() }, result: try optionalReference(),
      returns: try expressions(), yields: try expressions(), decorators: try expressions(), scope: try scopeID(),
      position: try position(), endLine: Int32(try number(below: Int(Int32.max))))
    function.documentation = try optionalText()
    return function
  }

  private mutating func parameter() throws(Broken) -> Parameter {
    Parameter(
      name: try text(), label: try optionalText(), annotation: try optionalReference(),
      defaultValue: try optionalExpression(), kind: [.plain, .list, .map][try number(below: 3)],
      symbol: try optional { reader throws(Broken) in try reader.symbolID() })
  }

  private mutating func typeParameters() throws(Broken) -> [TypeParameter] {
    try list { reader throws(Broken) in
      TypeParameter(name: try reader.text(), bound: try reader.optionalReference())
    }
  }

  private static let typeKinds: [TypeDeclaration.Kind] = [
    .class, .structure, .interface, .enumeration, .alias, .extension,
  ]

  private mutating func type() throws(Broken) -> TypeDeclaration {
    let name = try text()
    let kind = FactsReader.typeKinds[try number(below: FactsReader.typeKinds.count)]
    var type = TypeDeclaration(
      name: name, kind: kind, bases: try references(), typeParameters: try typeParameters(),
      fields: try list { reader throws(Broken) in
        var field = Field(
          name: try reader.text(), annotation: try reader.optionalReference(),
          value: try reader.optionalExpression(), isStatic: try reader.bool(), position: try reader.position())
        field.encodedName = try reader.optionalText()
        return field
      },
      target: try optionalReference(), decorators: try expressions(), scope: try scopeID(), memberScope: try scopeID(),
      position: try position())
    type.documentation = try optionalText()
    return type
  }

  private mutating func export() throws(Broken) -> Export {
    let name = try optionalText()
    return Export(name: name, source: try bool() ? .imported(try importID()) : .value(try expression()))
  }

  private mutating func optionalReference() throws(Broken) -> TypeReference? {
    try optional { reader throws(Broken) in try reader.reference() }
  }

  private mutating func references() throws(Broken) -> [TypeReference] {
    try list { reader throws(Broken) in try reader.reference() }
  }

  private mutating func reference() throws(Broken) -> TypeReference {
    // Deeper than types are written, less deep than the stack.
    guard depth < 1000 else { throw Broken() }
    depth += 1
    defer { depth -= 1 }
    switch try number() {
    case 0: return .named(try textList(), arguments: try references())
    case 1: return .list(try reference())
    case 2: return .map(try reference(), try reference())
    case 3: return .tuple(try references())
    case 4: return .either(try references())
    case 5: return .function(try references(), result: try optionalReference())
    case 6: return .literal(try typeID())
    default: throw Broken()
    }
  }

  // MARK: Expressions

  private mutating func expressionValue() throws(Broken) -> Expression {
    let position = try position()
    let scope = try scopeID()
    return Expression(kind: try kind(), position: position, scope: scope)
  }

  private mutating func kind() throws(Broken) -> Expression.Kind {
    switch try number() {
    case 0: .name(try text(), try optional { reader throws(Broken) in try reader.symbolID() })
    case 1: .receiver
    case 2: .base
    case 3: .member(try expression(), try text())
    case 4: .implicitMember(try text())
    case 5: .call(try expression(), try arguments())
    case 6: .construct(try expression(), try arguments())
    case 7: .string(StringTemplate(parts: try list { reader throws(Broken) in try reader.part() }))
    case 8: .number(Double(bitPattern: UInt64(UInt(bitPattern: try number()))))
    case 9: .boolean(try bool())
    case 10: .null
    case 11: .list(try expressions())
    case 12:
      .map(
        try list { reader throws(Broken) in
          MapEntry(key: try reader.optionalExpression(), value: try reader.expression())
        })
    case 13: .index(try expression(), try expression())
    case 14: .either(try expressions())
    case 15:
      .binary(
        FactsCounts.operators[try number(below: FactsCounts.operators.count)], try expression(), try expression())
    case 16: .function(try functionID())
    case 17: .type(try typeID())
    case 18: .typeValue(try reference())
    case 19: .cast(try expression(), try reference())
    case 20: .module(try importID())
    case 21: .element(try expression())
    case 22: .unpacked(try expression(), try number())
    case 23: .entered(try expression())
    case 24: .spread(try expression())
    case 25: .other(try expressions())
    default: throw Broken()
    }
  }

  private mutating func part() throws(Broken) -> StringTemplate.Part {
    try bool() ? .hole(try expression()) : .literal(try text(), try position())
  }

  private mutating func arguments() throws(Broken) -> [Argument] {
    try list { reader throws(Broken) in
      Argument(
        label: try reader.optionalText(), value: try reader.expression(),
        spread: [.none, .list, .map][try reader.number(below: 3)])
    }
  }
}
