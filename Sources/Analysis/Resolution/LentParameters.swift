import InventoryModel

/// Parameters of the functions that one method is handed, as in `pool.execute((client) => …)`: what it lends them is of
/// one kind, so what is asked of all tells of each.
struct LentParameters {
  /// In the order in which they stand.
  private(set) var places: [NodeID] = []
  private var lenderOfPlace: [NodeID: String] = [:]
  private var placesOfLender: [String: [NodeID]] = [:]
  private var uses: [String: TellingUses] = [:]

  /// - Parameter uses: what each place is asked for.
  init(_ resolver: Resolver, uses: [NodeID: TellingUses]) {
    for number in resolver.order {
      guard let file = resolver.files[number], file.facts.language.family == .javascript else { continue }
      for expression in file.expressions {
        guard case .call(let callee, let arguments) = expression.kind, !arguments.isEmpty,
          let lender = LentParameters.lender(callee, in: file), resolver.isUnknown(file.node(callee))
        else { continue }
        for argument in arguments {
          guard let place = LentParameters.firstParameter(of: argument.value, in: file, resolver) else { continue }
          places.append(place)
          lenderOfPlace[place] = lender
          placesOfLender[lender, default: []].append(place)
          self.uses[lender, default: TellingUses()].add(uses[place] ?? TellingUses())
        }
      }
    }
    places = places.filter { !self.uses(of: $0).isEmpty }
  }

  /// The places that are lent what a place is lent.
  func likes(of place: NodeID) -> [NodeID] {
    lenderOfPlace[place].flatMap { placesOfLender[$0] } ?? []
  }

  /// What a place is asked for, and those like it.
  func uses(of place: NodeID) -> TellingUses { lenderOfPlace[place].flatMap { uses[$0] } ?? TellingUses() }

  /// Object and method by their names, which stand for the same in all files.
  private static func lender(_ callee: ExpressionID, in file: LoweredFile) -> String? {
    guard case .member(let base, let method) = file[callee].kind else { return nil }
    switch file[base].kind {
    case .name(let name, _), .member(_, let name): return name + "." + method
    default: return nil
    }
  }

  private static func firstParameter(of id: ExpressionID, in file: LoweredFile, _ resolver: Resolver) -> NodeID? {
    for entry in resolver.graph.values(file.node(id)) where entry.value.kind == .function {
      let record = resolver.functions[Int(entry.value.first)]
      guard record.file == file.number, let symbol = file[record.id].parameters.first?.symbol,
        resolver.isUnknown(file.node(symbol))
      else { continue }
      return file.node(symbol)
    }
    return nil
  }
}
