import InventoryModel
import Knowledge

/// Texts that are written bit by bit: `var b strings.Builder; b.WriteString("user:"); b.WriteString(id)`.
extension Evaluator {
  /// What a file writes to variables that hold a text.
  struct Writes {
    fileprivate var bySymbol: [SymbolID: [Write]] = [:]
  }

  fileprivate struct Write {
    let format: LanguageConventions.Format
    let arguments: [Argument]
    let place: SourcePosition
    let scope: ScopeID
  }

  /// Beyond this many bits a text is known at run time only.
  private static let writeLimit = 24

  /// The text that a variable holds once all is written; nil where nothing is.
  mutating func writtenTexts(_ builder: ExpressionID, file: LoweredFile, frame: Frame?) -> [Template]? {
    guard case .name(_, let symbol?) = file[builder].kind, let writes = writes(of: file).bySymbol[symbol],
      writes.count <= Evaluator.writeLimit
    else { return nil }
    let use = file[builder]
    let own = function(of: use.scope, in: file)
    let before = writes.filter { $0.place < use.position && function(of: $0.scope, in: file) == own }
    let start = startTexts(of: symbol, in: file, frame: frame)
    return lengthened(start, by: before[...], seenFrom: use.scope, file: file, frame: frame)
  }

  /// What texts become by writes: all of those that must have been met at a scope, and each way through branches.
  private mutating func lengthened(
    _ start: [Template], by writes: ArraySlice<Write>, seenFrom scope: ScopeID, file: LoweredFile, frame: Frame?
  ) -> [Template] {
    var forms = start
    var rest = writes
    while let write = rest.first {
      guard let inner = outermost(around: write.scope, notAround: scope, in: file) else {
        rest.removeFirst()
        let added = formatTexts(
          write.format, write.arguments, nodes: write.arguments.map { file.node($0.value) }, receiver: nil, file: file,
          frame: frame)
        forms = Evaluator.joined(forms, added)
        continue
      }
      let group = rest.prefix { dominates(inner, $0.scope, in: file) }
      rest = rest.dropFirst(group.count)
      switch file[inner].kind {
      // How often is known at run time only.
      case .loop: forms = Evaluator.joined(forms, [.hole])
      case .branch:
        forms += lengthened(forms, by: group, seenFrom: inner, file: file, frame: frame)
        forms = limited(forms)
      default:
        forms = alternatives(forms, by: group, in: inner, file: file, frame: frame)
      }
    }
    return forms
  }

  /// What texts become in a block: where it is a condition's, in either of its branches.
  private mutating func alternatives(
    _ start: [Template], by writes: ArraySlice<Write>, in block: ScopeID, file: LoweredFile, frame: Frame?
  ) -> [Template] {
    let branches = file.facts.scopes.indices.map { ScopeID($0) }.filter { id in
      file[id].parent == block && file[id].kind == .branch
    }
    let isCondition =
      branches.count > 1
      && writes.allSatisfy { write in
        branches.contains { dominates($0, write.scope, in: file) }
      }
    guard isCondition else { return lengthened(start, by: writes, seenFrom: block, file: file, frame: frame) }
    let forms = branches.flatMap { branch in
      let own = writes.filter { dominates(branch, $0.scope, in: file) }
      return lengthened(start, by: own[...], seenFrom: branch, file: file, frame: frame)
    }
    return limited(forms)
  }

  /// The widest scope that holds one scope and not the other; nil where the first holds the other.
  private func outermost(around scope: ScopeID, notAround other: ScopeID, in file: LoweredFile) -> ScopeID? {
    var found: ScopeID?
    var current: ScopeID? = scope
    while let here = current, !dominates(here, other, in: file) {
      found = here
      current = file[here].parent
    }
    return found
  }

  /// What a builder is made with: `bytes.NewBufferString("user:")`.
  private mutating func startTexts(of symbol: SymbolID, in file: LoweredFile, frame: Frame?) -> [Template] {
    let empty = [Template(parts: [])]
    guard file.bindings(of: symbol).count == 1, let only = file.bindings(of: symbol).first,
      let value = file.bindings[only].value,
      case .call(_, let arguments) = file[value].kind, arguments.count == 1,
      case .string = file[arguments[0].value].kind
    else { return empty }
    return texts(of: file.node(arguments[0].value), in: frame, asPart: true)
  }

  private mutating func writes(of file: LoweredFile) -> Writes {
    if let known = writesOfFile[file.number] { return known }
    var writes = Writes()
    let methods = resolver.knowledge.conventions[file.facts.language.family]?.methods ?? [:]
    for expression in file.expressions {
      guard case .call(let callee, let arguments) = expression.kind,
        case .member(let base, let name) = file[callee].kind
      else { continue }
      var (builder, given): (ExpressionID?, [Argument]) = (base, arguments)
      var effect = methods[name]
      if case .name(let module, _) = file[base].kind, effect == nil {
        effect = resolver.knowledge.conventions[file.facts.language.family]?.functions[module + "." + name]
        builder = arguments.first?.value
        given = Array(arguments.dropFirst())
      }
      guard case .write(let format)? = effect, let builder, case .name(_, let symbol?) = file[builder].kind
      else { continue }
      writes.bySymbol[symbol, default: []].append(
        Write(format: format, arguments: given, place: expression.position, scope: expression.scope))
    }
    for symbol in writes.bySymbol.keys { writes.bySymbol[symbol]?.sort { $0.place < $1.place } }
    writesOfFile[file.number] = writes
    return writes
  }
}
