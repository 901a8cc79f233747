import InventoryModel
import Knowledge

/// Types of the project that are command objects of a library: `struct Get: ValkeyCommand`, which hand the words
/// that are sent to an encoder.
struct OwnCommands {
  /// What a type is on the wire, and of which library.
  struct Known {
    let command: String
    let entry: ClientIndex.Entry
    let role: String
  }

  private let known: [Int32: Known]

  init(_ resolver: Resolver) {
    var known: [Int32: Known] = [:]
    for number in resolver.types.indices {
      let type = resolver.types[number]
      guard type.id != nil, let (entry, role) = OwnCommands.base(of: type, in: resolver),
        let command = OwnCommands.command(of: Int32(number), in: resolver)
      else { continue }
      known[Int32(number)] = Known(command: command, entry: entry, role: role)
    }
    self.known = known
  }

  subscript(type: Int32) -> Known? { known[type] }

  func contains(_ type: Int32) -> Bool { known[type] != nil }

  /// The library's type of command objects that a type derives from.
  private static func base(of type: TypeRecord, in resolver: Resolver) -> (ClientIndex.Entry, String)? {
    for entry in resolver.graph.values(type.hierarchy) where entry.value.kind == .external {
      guard let found = resolver.meanings[Int(entry.value.first)].type, let role = found.role,
        found.method.command == nil, resolver.clients.role(library: found.library, role: role)?.isCommand == true
      else { continue }
      return (found, role)
    }
    return nil
  }

  /// The first words that a method of the type hands on, where they are a command.
  private static func command(of type: Int32, in resolver: Resolver) -> String? {
    for function in resolver.methodsOfType[type] ?? [] {
      let record = resolver.functions[Int(function)]
      guard let file = resolver.files[record.file] else { continue }
      let scope = file[record.id].scope
      for expression in file.expressions {
        guard case .call(_, let arguments) = expression.kind, let first = arguments.first,
          let word = resolver.literalText(file[first.value])?.uppercased(),
          file.facts.isWithin(expression.scope, scope)
        else { continue }
        let commands = resolver.clients.commandTable
        if arguments.count > 1, let second = resolver.literalText(file[arguments[1].value]),
          commands[word + " " + second.uppercased()] != nil
        {
          return word + " " + second.uppercased()
        }
        if commands[word] != nil { return word }
      }
    }
    return nil
  }
}
