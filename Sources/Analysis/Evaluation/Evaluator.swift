import InventoryModel
import Knowledge

/// Reads strings and numbers backwards from where they are used to where they come from, over what the
/// resolver found.
struct Evaluator {
  let shared: SharedResolver
  // Lent: a getter would copy all its arrays.
  var resolver: Resolver { _read { yield shared.resolver } }
  /// Files that would have to be lowered to say more.
  private(set) var wanted: Set<Int32> = []
  /// Of the script that a file is: what its callers pass as its keys, in their order.
  var scriptKeys: [Int32: [[String]]] = [:] {
    didSet { (memory, otherMemory) = (Memory(), Memory()) }
  }
  private var memory = Memory()
  /// What was read for the other value of `isForProduction`.
  private var otherMemory = Memory()
  /// Whose values are looked at: those of production code alone, or those of tests and examples too.
  var isForProduction = false {
    didSet { if isForProduction != oldValue { swap(&memory, &otherMemory) } }
  }
  /// The call of the function around whose arguments its parameters are; nil for all of them.
  var root: Frame?
  /// What is added to lists, by file, and the lists that are being read.
  var growths: [Int32: Growth] = [:]
  var growing: Set<NodeID> = []
  /// How deep in each other lists are that are being read, and how many were read for the outermost.
  var listDepth = 0
  var listCount = 0
  /// What is written to texts, by file.
  var writesOfFile: [Int32: Writes] = [:]
  /// What the calls of functions give their parameters, by the call's node and the function.
  var matches: [Resolver.PairKey: Frame] = [:]
  /// How many files a name was followed through.
  var hops = 0
  /// Set where elements were told of a list of unknown length.
  var hasOpenList = false
  /// Stores under names that are put together, by the container.
  var namedStores: [Int32: [(name: NodeID, value: NodeID)]]?
  /// The expressions that are being read.
  private(set) var active: Set<NodeID> = []
  /// How often reading was cut short; what was read meanwhile is not kept.
  private var cuts = 0
  private var steps = 0

  /// Beyond this many forms a string counts as known at run time only.
  static let formLimit = 8
  /// For names of which each is looked at by itself, as of modules.
  var isPatient = false
  static let stepLimit = 120
  static let depthLimit = 12
  /// A part of a string that more callers than this pass is known at run time only.
  static let partCallers = 4
  /// A field that is stored to at more places than this is known at run time only.
  static let storeLimit = 16

  /// What was read before, outside any call.
  private struct Memory {
    /// By node, doubled for its form as a part of a string.
    var known: [NodeID: [Template]] = [:]
    /// What was asked for, also where reading was cut short.
    var answers: [NodeID: [Template]] = [:]
    /// What callers pass, by parameter.
    var passed: [Parameter: [NodeID]] = [:]
  }

  private struct Parameter: Hashable {
    let function: Int32
    let index: Int
  }

  init(_ resolver: Resolver) { shared = SharedResolver(resolver) }

  /// The forms that an expression can have as a string, each at least a hole.
  mutating func texts(of node: NodeID) -> [Template] {
    if root == nil, let forms = memory.answers[node] { return forms }
    steps = 0
    let forms = texts(of: node, in: root, asPart: false)
    let answer = forms.isEmpty ? [.hole] : forms
    if root == nil { memory.answers[node] = answer }
    return answer
  }

  /// The forms of a list's element, each at least a hole.
  mutating func texts(of element: Element) -> [Template] {
    steps = 0
    let forms = texts(of: element.node, in: element.frame ?? root, asPart: false)
    return forms.isEmpty ? [.hole] : forms
  }

  /// The one text that an expression always has.
  mutating func staticText(of node: NodeID) -> String? {
    let forms = texts(of: node)
    return forms.count == 1 ? forms[0].staticText : nil
  }

  /// Notes a file that would have to be lowered to say more.
  mutating func want(_ file: Int32) { wanted.insert(file) }

  /// The arguments that the known callers pass for a parameter, looked for once.
  mutating func passed(forParameter index: Int, of function: Int32) -> [NodeID] {
    let parameter = Parameter(function: function, index: index)
    if let known = memory.passed[parameter] { return known }
    let nodes = arguments(forParameter: index, of: function)
    memory.passed[parameter] = nodes
    return nodes
  }

  // MARK: Strings

  mutating func texts(of node: NodeID, in frame: Frame?, asPart: Bool) -> [Template] {
    let key = node * 2 + (asPart ? 1 : 0)
    if frame == nil, let forms = memory.known[key] { return forms }
    steps += 1
    guard let (file, id) = resolver.expression(of: node) else { return [.hole] }
    guard steps < Evaluator.stepLimit, (frame?.depth ?? 0) < Evaluator.depthLimit,
      active.insert(node).inserted
    else {
      cuts += 1
      return [.hole]
    }
    defer { active.remove(node) }
    let before = cuts
    let all = texts(of: id, node: node, file: file, in: frame, asPart: asPart)
    let forms = limited(all)
    if frame == nil, cuts == before { memory.known[key] = forms }
    return forms
  }

  /// Whether nothing more is read for what was asked; then reading is cut short here.
  mutating func isExhausted() -> Bool {
    guard steps >= Evaluator.stepLimit else { return false }
    cuts += 1
    return true
  }

  /// What is given must be read before: while an argument is read, a copy of the evaluator would stand by.
  func limited(_ forms: [Template]) -> [Template] {
    guard forms.count > 1 else { return forms }
    var seen: Set<String> = []
    let distinct = forms.filter { seen.insert($0.rendered).inserted }
    return distinct.count > (isPatient ? 40 : Evaluator.formLimit) ? [.hole] : distinct
  }

  mutating func texts(
    of id: ExpressionID, node: NodeID, file: LoweredFile, in frame: Frame?, asPart: Bool
  ) -> [Template] {
    let expression = file[id]
    let place = Place(
      file: file.number, line: expression.position.line, column: expression.position.column)
    switch expression.kind {
    case .string(let template): return texts(of: template, file: file, in: frame)
    case .number(let value): return [.text(Evaluator.text(of: value), at: place)]
    case .name(let name, let symbol):
      guard let symbol else {
        return implicitTexts(name, at: expression, file: file, frame: frame, asPart: asPart)
          ?? packageTexts(name, in: file, frame: frame, asPart: asPart)
      }
      return texts(of: symbol, at: expression, file: file, in: frame, asPart: asPart)
    case .member(let base, let name):
      return memberTexts(name, of: file.node(base), node: node, frame: frame, asPart: asPart)
    case .implicitMember(let name): return implicitMemberTexts(name, asPart: asPart)
    case .call(let callee, let arguments), .construct(let callee, let arguments):
      if let keys = listedKeys(by: id, in: file) { return keys }
      return callTexts(
        callee, arguments, node: node, file: file, frame: frame, asPart: asPart)
    case .binary(.add, let left, let right), .binary(.concatenate, let left, let right):
      return Evaluator.joined(
        texts(of: file.node(left), in: frame, asPart: true),
        texts(of: file.node(right), in: frame, asPart: true))
    case .binary(.remainder, let left, let right):
      return percentTexts(left, values: formatValues(right, in: file), file: file, frame: frame)
    case .either(let options):
      return options.flatMap { option -> [Template] in
        guard isReached(option, by: frame?.receiverCase, in: file) else { return [] }
        return texts(of: file.node(option), in: frame, asPart: asPart)
      }
    case .cast(let operand, _): return texts(of: file.node(operand), in: frame, asPart: asPart)
    case .index(let base, let key):
      return indexTexts(base, key, file: file, frame: frame, asPart: asPart)
    case .element(let base):
      if let keys = mapKeyTexts(iteratedBy: base, file: file) ?? listedKeys(by: base, in: file) { return keys }
      return elements(of: file.node(base), in: frame).flatMap {
        texts(of: $0.node, in: $0.frame, asPart: asPart)
      }
    case .unpacked(let base, let index):
      if let results = resultTexts(index, of: base, file: file, frame: frame, asPart: asPart) {
        return results
      }
      if index == 0, case .element(let inner) = file[base].kind,
        let keys = mapKeyTexts(iteratedBy: inner, file: file)
      {
        return keys
      }
      if index == 1, let keys = listedKeys(by: base, in: file) { return keys }
      let all = elements(of: file.node(base), in: frame)
      let position = index < 0 ? all.count + index : index
      guard all.indices.contains(position) else {
        return index == 0 && all.isEmpty
          ? texts(of: file.node(base), in: frame, asPart: asPart) : [.hole]
      }
      return texts(of: all[position].node, in: all[position].frame, asPart: asPart)
    default: return [.hole]
    }
  }

  mutating func texts(
    of template: StringTemplate, file: LoweredFile, in frame: Frame?
  ) -> [Template] {
    var forms = [Template(parts: [])]
    for part in template.parts {
      switch part {
      case .literal(let text, let position):
        let place = Place(file: file.number, line: position.line, column: position.column)
        for index in forms.indices { forms[index].parts.append(.text(text, place)) }
      case .hole(let id):
        Evaluator.join(texts(of: file.node(id), in: frame, asPart: true), to: &forms)
      }
    }
    return forms
  }

  /// Every form of the left followed by every form of the right; a part with many forms is a hole.
  static func joined(_ left: [Template], _ right: [Template]) -> [Template] {
    var forms = left
    join(right, to: &forms)
    return forms
  }

  /// The same in place: a text may have many parts.
  static func join(_ right: [Template], to forms: inout [Template]) {
    let rest = right.count > 3 || right.isEmpty ? [.hole] : right
    if forms.isEmpty { forms = [.hole] }
    if rest.count > 1, forms.count * rest.count <= Evaluator.formLimit {
      forms = forms.flatMap { form in rest.map { form + $0 } }
    } else {
      let last = rest.count == 1 && forms.count <= Evaluator.formLimit ? rest[0] : .hole
      for index in forms.indices { forms[index].parts += last.parts }
    }
  }

  static func text(of value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
