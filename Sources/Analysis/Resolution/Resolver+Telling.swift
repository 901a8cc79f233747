import InventoryModel
import Knowledge

/// What is asked again and again while files come in, and changes seldom.
extension Resolver {
  /// Whether it is a call of a member that clients have too, or that is named after a server.
  mutating func isTelling(_ number: Int32) -> Bool {
    let call = calls[Int(number)]
    guard let id = call.expression, let file = files[call.file], let callee = file.callee(of: id),
      case .member(_, let name) = file[callee].kind
    else { return false }
    // Scripts pass each other's names on without naming them; elsewhere only names that little else has count.
    let isScript = file.facts.language.family == .javascript
    let member = knownMember(at: file.node(callee)) ?? names.number(name)
    let told: Bool?
    if let known = tellingNames[member] {
      told = known
    } else {
      let command = ServerName.isIn(name) ? nil : clients.commandTable[name.uppercased()]
      told = ServerName.isIn(name) ? true : command.map { ClientIndex.isTelling($0) }
      tellingNames[member] = .some(told)
    }
    return told.map { isScript || $0 } ?? false
  }

  /// Types that lead to clients, where nothing was learnt since they were looked for.
  var knownCarrierTypes: Set<Int32>? {
    carrierTypes.flatMap { $0.valueCount == graph.valueCount ? $0.types : nil }
  }

  mutating func currentCarrierTypes() -> Set<Int32> {
    if let known = knownCarrierTypes { return known }
    let types = Carriers.carrierTypes(self)
    carrierTypes = (types, graph.valueCount)
    return types
  }
}
