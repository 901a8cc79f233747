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
    guard case .name(_, let symbol?) = file.facts[builder].kind, let writes = writes(of: file).bySymbol[symbol],
      writes.count <= Evaluator.writeLimit
    else { return nil }
    let use = file.facts[builder]
    let own = function(of: use.scope, in: file)
    var forms = startTexts(of: symbol, in: file, frame: frame)
    for write in writes where write.place < use.position && function(of: write.scope, in: file) == own {
      let added = formatTexts(
        write.format, write.arguments, nodes: write.arguments.map { file.node($0.value) }, receiver: nil, file: file,
        frame: frame)
      let longer = joined(forms, added)
      // What is written under a condition may be left out.
      forms = dominates(write.scope, use.scope, in: file) ? longer : limited(forms + longer)
    }
    return forms
  }

  /// What a builder is made with: `bytes.NewBufferString("user:")`.
  private mutating func startTexts(of symbol: SymbolID, in file: LoweredFile, frame: Frame?) -> [Template] {
    let empty = [Template(parts: [])]
    guard let only = file.bindingsOfSymbol[symbol], only.count == 1, let value = file.facts.bindings[only[0]].value,
      case .call(_, let arguments) = file.facts[value].kind, arguments.count == 1,
      case .string = file.facts[arguments[0].value].kind
    else { return empty }
    return texts(of: file.node(arguments[0].value), in: frame, asPart: true)
  }

  private mutating func writes(of file: LoweredFile) -> Writes {
    if let known = writesOfFile[file.number] { return known }
    var writes = Writes()
    let methods = resolver.knowledge.conventions[file.facts.language.family]?.methods ?? [:]
    for expression in file.facts.expressions {
      guard case .call(let callee, let arguments) = expression.kind,
        case .member(let base, let name) = file.facts[callee].kind
      else { continue }
      var (builder, given): (ExpressionID?, [Argument]) = (base, arguments)
      var effect = methods[name]
      if case .name(let module, _) = file.facts[base].kind, effect == nil {
        effect = resolver.knowledge.conventions[file.facts.language.family]?.functions[module + "." + name]
        builder = arguments.first?.value
        given = Array(arguments.dropFirst())
      }
      guard case .write(let format)? = effect, let builder, case .name(_, let symbol?) = file.facts[builder].kind
      else { continue }
      writes.bySymbol[symbol, default: []].append(
        Write(format: format, arguments: given, place: expression.position, scope: expression.scope))
    }
    for symbol in writes.bySymbol.keys { writes.bySymbol[symbol]?.sort { $0.place < $1.place } }
    writesOfFile[file.number] = writes
    return writes
  }
}
