/// The arguments of one call, while what the function returns is read: parameter's node → argument's.
final class Frame {
  let arguments: [NodeID: NodeID]
  /// What a list parameter takes: parameter's node → arguments'.
  let lists: [NodeID: [NodeID]]
  let caller: Frame?
  let depth: Int

  init(arguments: [NodeID: NodeID], lists: [NodeID: [NodeID]] = [:], caller: Frame?) {
    self.arguments = arguments
    self.lists = lists
    self.caller = caller
    depth = (caller?.depth ?? 0) + 1
  }
}
