import InventoryModel

/// The arguments of one call, while what the function returns is read: parameter's node → argument's.
final class Frame: Sendable {
  let arguments: [NodeID: NodeID]
  /// What a list parameter takes: parameter's node → arguments'.
  let lists: [NodeID: [NodeID]]
  /// Names that stand for a text, as the variable of a loop over names does for one round: symbol's node → text.
  let fixed: [NodeID: String]
  /// The case of an enum that the receiver is.
  let receiverCase: String?
  /// The variable of a loop of which this is one round.
  let round: SymbolID?
  let caller: Frame?
  let depth: Int

  init(
    arguments: [NodeID: NodeID], lists: [NodeID: [NodeID]] = [:], fixed: [NodeID: String] = [:],
    receiverCase: String? = nil, round: SymbolID? = nil, caller: Frame?
  ) {
    self.arguments = arguments
    self.lists = lists
    self.fixed = fixed
    self.receiverCase = receiverCase
    self.round = round
    self.caller = caller
    depth = (caller?.depth ?? 0) + 1
  }

  /// A call of the function around another call: what is not a parameter of the inner one can be one of the outer.
  convenience init(inner: Frame, outer: Frame) {
    let around = inner.caller.map { Frame(inner: $0, outer: outer) } ?? outer
    self.init(
      arguments: inner.arguments.merging(outer.arguments) { first, _ in first },
      lists: inner.lists.merging(outer.lists) { first, _ in first }, receiverCase: inner.receiverCase,
      round: inner.round, caller: around)
  }
}
