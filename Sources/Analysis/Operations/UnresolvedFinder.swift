import InventoryModel
import Knowledge

/// Finds calls that look like commands and whose receivers are not known, with the reason.
struct UnresolvedFinder {
  private let resolver: Resolver
  private let spellings: Set<String>

  /// Groups whose commands have names that little else has.
  private static let groups: Set<String> = [
    "hash", "list", "sorted-set", "sorted_set", "stream", "scripting", "hyperloglog", "geo",
  ]

  init(_ resolver: Resolver) {
    self.resolver = resolver
    let commands = resolver.clients.commandTable.commands
    spellings = Set(
      commands.filter { UnresolvedFinder.groups.contains($0.group) && $0.name.count > 3 }
        .map { $0.name.lowercased().filter { $0 != " " && $0 != "." } })
  }

  func find() -> [UnresolvedSite] {
    var found: [UnresolvedSite] = []
    var known: [Int32: Bool] = [:]
    for number in resolver.order {
      guard let file = resolver.files[number] else { continue }
      for expression in file.expressions {
        guard case .call(let callee, _) = expression.kind,
          case .member(let base, let name) = file[callee].kind,
          resolver.graph.values(file.node(base)).isEmpty, isCommand(name, file.node(callee), &known)
        else { continue }
        found.append(
          UnresolvedSite(
            place: SourcePlace(path: file.facts.path, position: expression.position), name: name,
            reason: reason(for: base, in: file)))
      }
    }
    return found
  }

  /// Whether a member's name spells a command.
  ///
  /// - Parameter known: the answers so far, by the name's number.
  private func isCommand(_ name: String, _ member: NodeID, _ known: inout [Int32: Bool]) -> Bool {
    guard let number = resolver.knownMember(at: member) else { return false }
    if let answer = known[number] { return answer }
    let answer = spellings.contains(name.lowercased().filter { $0 != "_" })
    known[number] = answer
    return answer
  }

  private func reason(for base: ExpressionID, in file: LoweredFile) -> String {
    switch file[base].kind {
    case .name(let name, let symbol?):
      for definition in file[symbol].definitions {
        if case .parameter = definition {
          return "parameter \(name) has no type and no known caller that passes a client"
        }
      }
      return "\(name) is assigned nothing that is known"
    case .name(let name, nil): return "\(name) is declared nowhere in the scanned files"
    case .member(_, let name): return "member \(name) is assigned nothing that is known"
    case .call: return "the result of the call is not known"
    default: return "the receiver is an expression that is not followed"
    }
  }
}
