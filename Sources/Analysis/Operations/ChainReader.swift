import InventoryModel
import Knowledge

/// What the chained members of a builder add to the command that the chain begins with.
struct ChainReader {
  /// The calls chained to a call: of its result's members, outward.
  private let links: [Link]

  private struct Link {
    let name: String
    let arguments: [CommandArgument]
  }

  /// - Parameter call: the call that names the command.
  init(_ call: CommandCall) {
    links = ChainReader.links(after: call.expression, in: call.file)
  }

  /// A member is numbered right after what it is read of, and its call after the arguments.
  private static func links(after start: ExpressionID, in file: LoweredFile) -> [Link] {
    let expressions = file.expressions
    var found: [Link] = []
    var last = Int(start.index)
    while last + 1 < expressions.count, case .member(let base, let name) = expressions[last + 1].kind,
      Int(base.index) == last
    {
      let member = ExpressionID(last + 1)
      guard
        let next = expressions[(last + 2)...].firstIndex(where: { expression in
          if case .call(member, _) = expression.kind { true } else { false }
        }), case .call(_, let arguments) = expressions[next].kind
      else { break }
      let own = arguments.map {
        CommandArgument(label: $0.label, node: file.node($0.value), isSpread: $0.spread != .none)
      }
      found.append(Link(name: name, arguments: own))
      last = next
    }
    return found
  }

  /// The arguments of all members that say a fact.
  func arguments(of fact: ChainedFact, role: ClientRole) -> [CommandArgument] {
    links.filter { role.chain[$0.name] == fact }.flatMap(\.arguments)
  }

  /// Options in the order written, with the argument that is a time to live.
  func options(role: ClientRole) -> (options: [String], ttl: (argument: NodeID, unit: TimeUnit)?) {
    var options: [String] = []
    var ttl: (argument: NodeID, unit: TimeUnit)?
    for link in links {
      switch role.chain[link.name] {
      case .option(let option): options.append(option)
      case .ttl(let unit): ttl = link.arguments.first.map { ($0.node, unit) } ?? ttl
      case .key, .channel, .pattern, nil: continue
      }
    }
    return (options, ttl)
  }
}
