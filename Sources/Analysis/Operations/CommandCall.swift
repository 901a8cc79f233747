import InventoryModel
import Knowledge

/// A call that issues a command: of a client's member, a script object, a raw command function.
struct CommandCall {
  let call: CallContext
  let expression: ExpressionID
  let file: LoweredFile
  let method: ClientMethod
  /// The client value; nil for a function of a library.
  let handle: Int32?
  let library: Int
  let libraryName: String
  let role: String
  /// The member's name, or the function's.
  let name: String
  /// Arguments before the command's own.
  let leading: Int
  /// The node whose values show where the receiver comes from.
  let receiver: NodeID
}

/// One argument of a command as far as the source shows it.
struct CommandArgument {
  let label: String?
  let node: NodeID
  let isSpread: Bool
}

extension Resolver {
  /// The value that a constructor which issues a command makes.
  func handle(madeBy call: CommandCall) -> Int32? {
    handleNumbers[HandleKey(library: call.library, role: call.role, place: call.call.result)]
  }
}
