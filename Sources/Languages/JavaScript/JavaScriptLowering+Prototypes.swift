import FrontEnd
import InventoryModel
import TreeSitter

/// Classes made without `class`: functions put on a prototype, properties defined by a call.
extension JavaScriptLowering {
  /// `const proto = X.prototype`
  mutating func notePrototype(_ name: String, _ value: ExpressionID) {
    if let owner = prototypeOwner(value) { prototypes[name] = owner }
  }

  /// The path of X where an expression is `X.prototype`, or a name that stands for it.
  private func prototypeOwner(_ id: ExpressionID) -> [String]? {
    switch builder.facts[id].kind {
    case .member(let owner, "prototype"): path(of: owner)
    case .name(let name, _): prototypes[name]
    default: nil
    }
  }

  /// `X.prototype.add = function …`, `X.prototype = { add() {} }`, `X.prototype = Object.create(Y.prototype)`
  mutating func noteAttachment(_ target: ExpressionID, _ value: ExpressionID) {
    if case .member(let base, let name) = builder.facts[target].kind {
      if let owner = prototypeOwner(base) {
        attach(value, as: name, to: owner)
        return
      }
      guard name == "prototype", let owner = path(of: base) else { return }
      attachAll(value, to: owner)
      noteBase(value, of: owner, at: target)
    }
  }

  private mutating func attach(
    _ value: ExpressionID, as name: String, to owner: [String], _ traits: FunctionDeclaration.Traits = []
  ) {
    guard case .function(let id) = builder.facts[value].kind else { return }
    builder.update(id) { function in
      function.name = name
      function.receiverType = .named(owner, arguments: [])
      function.traits.formUnion(traits.union(.isAttached))
    }
  }

  private mutating func attachAll(_ object: ExpressionID, to owner: [String]) {
    for (name, value) in entries(of: object) { attach(value, as: name, to: owner) }
  }

  private func entries(of object: ExpressionID) -> [(name: String, value: ExpressionID)] {
    guard case .map(let entries) = builder.facts[object].kind else { return [] }
    return entries.compactMap { entry in entry.key.flatMap { text(of: $0) }.map { ($0, entry.value) } }
  }

  private func text(of id: ExpressionID) -> String? {
    guard case .string(let template) = builder.facts[id].kind, template.parts.count == 1,
      case .literal(let text, _) = template.parts[0]
    else { return nil }
    return text
  }

  /// The bases that a prototype's value gives: `Object.create(Y.prototype)`, `new Y()`.
  private mutating func noteBase(_ value: ExpressionID, of owner: [String], at place: ExpressionID) {
    switch builder.facts[value].kind {
    case .construct(let callee, _): path(of: callee).map { addBase($0, to: owner, at: place) }
    case .call(_, let arguments):
      if let first = arguments.first, let base = prototypeOwner(first.value) { addBase(base, to: owner, at: place) }
    default: break
    }
  }

  private mutating func addBase(_ base: [String], to owner: [String], at place: ExpressionID) {
    let id = builder.reserveType(owner.last ?? "", .extension, at: builder.facts[place].position)
    builder.update(id) { type in
      type.target = .named(owner, arguments: [])
      type.bases = [.named(base, arguments: [])]
    }
  }

  // MARK: Calls that define members

  /// What calls of the language's own library do to classes and objects.
  mutating func noteEffects(of callee: ExpressionID, _ arguments: [Argument]) {
    guard arguments.count >= 2 else { return }
    let first = arguments[0].value
    let name: String
    switch builder.facts[callee].kind {
    case .name(let text, _), .member(_, let text): name = text
    default: return
    }
    switch name {
    case "inherits":
      if let owner = path(of: first), let base = path(of: arguments[1].value) { addBase(base, to: owner, at: callee) }
    case "setPrototypeOf":
      if let owner = prototypeOwner(first), let base = prototypeOwner(arguments[1].value) {
        addBase(base, to: owner, at: callee)
      }
    case "assign", "extend": for argument in arguments.dropFirst() { copyMembers(of: argument.value, to: first) }
    case "defineProperties": for (name, value) in entries(of: arguments[1].value) { define(name, value, on: first) }
    case "defineProperty":
      if arguments.count == 3, let name = text(of: arguments[1].value) { define(name, arguments[2].value, on: first) }
    default: break
    }
  }

  /// `Object.assign(target, { name: value })`
  private mutating func copyMembers(of object: ExpressionID, to target: ExpressionID) {
    if let owner = prototypeOwner(target) { return attachAll(object, to: owner) }
    for (name, value) in entries(of: object) { set(name, of: target, to: value) }
  }

  /// `Object.defineProperty(target, name, { get() {}, value: … })`
  private mutating func define(_ name: String, _ descriptor: ExpressionID, on target: ExpressionID) {
    for (key, value) in entries(of: descriptor) {
      switch key {
      case "get":
        if let owner = prototypeOwner(target), case .function = builder.facts[value].kind {
          attach(value, as: name, to: owner, .isProperty)
        } else {
          let read = builder.add(.call(value, []), at: builder.facts[value].position)
          set(name, of: target, to: read)
        }
      case "value":
        if let owner = prototypeOwner(target) {
          attach(value, as: name, to: owner)
        } else {
          set(name, of: target, to: value)
        }
      default: break
      }
    }
  }

  private mutating func set(_ name: String, of target: ExpressionID, to value: ExpressionID) {
    let member = builder.add(.member(target, name), at: builder.facts[value].position)
    builder.bind(member, to: value)
    noteExport(member, value)
  }
}
