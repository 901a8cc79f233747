package import InventoryModel
package import Knowledge

/// Finds in the facts of a source file which variables it reads, in which order of precedence, and the addresses that it
/// holds.
package struct CodeReader {
  let facts: FileFacts
  let context: FileContext
  let conventions: LanguageConventions?
  let vocabulary: InfrastructureVocabulary
  private let functionNames: FunctionNames
  private var found = InfrastructureFacts()
  /// Expressions that are part of a chain already told.
  private var isTold: Set<ExpressionID> = []

  /// What a source file says.
  package static func facts(
    of facts: FileFacts, context: FileContext, conventions: LanguageConventions?,
    _ vocabulary: InfrastructureVocabulary
  ) -> InfrastructureFacts {
    var reader = CodeReader(facts, context: context, conventions: conventions, vocabulary)
    reader.readChains()
    reader.dropConditions()
    reader.readAddresses()
    reader.readAssignments()
    return reader.found
  }

  private init(
    _ facts: FileFacts, context: FileContext, conventions: LanguageConventions?, _ vocabulary: InfrastructureVocabulary
  ) {
    self.facts = facts
    self.context = context
    self.conventions = conventions
    self.vocabulary = vocabulary
    functionNames = FunctionNames(facts)
  }

  /// Variables in their order, and what holds where none is set.
  struct Chain {
    var names: [String] = []
    var fallback: String?
    /// The expressions that it is made of.
    var parts: Set<ExpressionID> = []

    var isEmpty: Bool { names.isEmpty && fallback == nil }

    mutating func append(_ other: Chain) {
      names += other.names.filter { !names.contains($0) }
      fallback = fallback ?? other.fallback
      parts.formUnion(other.parts)
    }
  }

  /// Chains over several statements first, then the widest expressions.
  private mutating func readChains() {
    let variables = VariableExpressions(facts, conventions)
    for chain in StatementChains(facts, variables).all() { tell(chain.chain, at: chain.place) }
    for index in facts.expressions.indices.reversed() {
      let id = ExpressionID(index)
      guard !isTold.contains(id), variables.canRead(id) else { continue }
      let chain = variables.chain(of: id)
      if !chain.names.isEmpty { tell(chain, at: id) }
    }
  }

  /// `if (process.env.URL)` beside a chain that reads it says nothing more.
  private mutating func dropConditions() {
    let reads = found.reads
    found.reads.removeAll { read in
      read.names.count == 1 && read.fallback == nil
        && reads.contains { $0 != read && $0.function == read.function && $0.names.contains(read.names[0]) }
    }
  }

  private mutating func tell(_ chain: Chain, at id: ExpressionID) {
    guard !isTold.contains(id) else { return }
    isTold.formUnion(chain.parts)
    isTold.insert(id)
    let names = vocabulary.variables
    let isOfInterest = chain.names.contains { VariableName($0, names).isOfInterest }
    let address = chain.fallback.flatMap { AddressText.all(in: $0, names).first }
    guard let first = chain.names.first, isOfInterest || address != nil else { return }
    let place = SourcePlace(path: facts.path, position: facts[id].position)
    if address == nil, let fallback = chain.fallback, names.isPassword(fallback),
      chain.names.contains(where: { VariableName($0, names).isSecret })
    {
      tellSecret("the default of \(first)", at: place)
    }
    found.reads.append(
      VariableRead(
        place: place, names: chain.names,
        fallback: chain.fallback.flatMap { $0.isEmpty ? nil : VariableName(first, names).shown($0, names) },
        function: functionNames.name(around: facts[id].scope), source: .code, context: context))
  }

  private mutating func readAddresses() {
    for expression in facts.expressions {
      guard case .string(let template) = expression.kind, case .literal(let head, _)? = template.parts.first,
        head.holds("://")
      else { continue }
      let text = template.text
      guard let address = AddressText.all(in: text, vocabulary.variables).first, address.offset == 0 else { continue }
      let place = SourcePlace(path: facts.path, position: expression.position)
      found.urls.append(
        ConnectionURL(
          place: place, text: address.shown, scheme: address.scheme, host: address.host, port: address.port,
          database: address.database, hasPassword: address.password != nil, source: .code, context: context))
      if let password = address.password, vocabulary.variables.isPassword(password) {
        tellSecret("a URL", at: place)
      }
    }
  }

  /// Names and fields that are called after a server and a password, and maps called after a server.
  private mutating func readAssignments() {
    for binding in facts.bindings {
      guard let value = binding.value else { continue }
      switch facts[binding.target].kind {
      case .name(let name, _), .member(_, let name): readValue(value, of: name, around: name)
      default: continue
      }
    }
  }

  private mutating func readValue(_ id: ExpressionID, of name: String, around outer: String, depth: Int = 0) {
    let names = vocabulary.variables
    switch facts[id].kind {
    case .string(let template):
      guard VariableName(name, names).isSecret, VariableName(outer, names).isOfInterest,
        names.isPassword(template.text), AddressText.all(in: template.text, names).isEmpty,
        // The name of a variable or setting, or a sentence.
        !VariableName(template.text, names).namesSecret, !template.text.contains(where: \.isWhitespace)
      else { return }
      tellSecret(name, at: SourcePlace(path: facts.path, position: facts[id].position))
    case .map(let entries) where depth < 4:
      for entry in entries {
        guard let key = entry.key, case .string(let template) = facts[key].kind else { continue }
        readValue(entry.value, of: template.text, around: "\(outer)_\(template.text)", depth: depth + 1)
      }
    default: return
    }
  }

  private mutating func tellSecret(_ what: String, at place: SourcePlace) {
    found.secrets.append(SecretRecord(place: place, what: what, isTracked: true, source: .code, context: context))
  }
}

extension StringTemplate {
  /// The text with `{}` for each hole.
  var text: String {
    parts.map { part in
      switch part {
      case .literal(let text, _): text
      case .hole: "{}"
      }
    }.joined()
  }
}

/// Qualified names of the functions of a file.
struct FunctionNames {
  private let facts: FileFacts

  init(_ facts: FileFacts) { self.facts = facts }

  /// The named function around a scope; nil at the top level.
  func name(around scope: ScopeID) -> String? {
    var current: ScopeID? = scope
    var name: String?
    while let id = current {
      switch facts[id].kind {
      case .function(let function) where name == nil && !facts[function].name.isEmpty:
        name = facts[function].name
        if case .named(let path, _)? = facts[function].receiverType, let type = path.last {
          return "\(type).\(name ?? "")"
        }
      case .type(let type): if let found = name { return "\(facts[type].name).\(found)" }
      default: break
      }
      current = facts[id].parent
    }
    return name
  }
}
