/// The operations of one function or of one script.
package struct OperationGroup: Sendable {
  /// In the order of the source.
  package let operations: [Operation]
  /// Nil for a script, and for what stands in no function of the call graph.
  package let node: FunctionNode?

  package init(operations: [Operation], node: FunctionNode?) {
    self.operations = operations
    self.node = node
  }

  /// A script runs as one step for everybody else.
  package var isScript: Bool { operations.first?.isInScript == true }

  /// Whether the second always runs where the first ran, as far as branches tell: each region around it is one around
  /// the first too.
  package func isUnconditional(_ second: Operation, after first: Operation) -> Bool {
    guard let node, let own = node.region(of: second.place), let other = node.region(of: first.place) else {
      return true
    }
    let around = Set(node.ancestry(of: other))
    return node.ancestry(of: own).allSatisfy { region in
      switch node.regions[region].kind {
      case .branch, .loop, .handler, .closure: around.contains(region)
      case .body, .guarded: true
      }
    }
  }

  /// Whether one run of the function can come by both: no handler or closure stands between them, and they are not in
  /// two branches beside each other.
  package func share(_ first: Operation, _ second: Operation) -> Bool {
    guard let node, let left = node.region(of: first.place), let right = node.region(of: second.place) else {
      return true
    }
    if left == right { return true }
    let (one, other) = (Set(node.ancestry(of: left)), Set(node.ancestry(of: right)))
    return one.symmetricDifference(other).allSatisfy { region in
      switch node.regions[region].kind {
      case .closure, .handler: false
      default: true
      }
    } && !areAlternatives(one, other, in: node)
  }

  /// Two branches of one region, neither in the other: an `if` and its `else`, as a rule.
  private func areAlternatives(_ one: Set<Int>, _ other: Set<Int>, in node: FunctionNode) -> Bool {
    func isBranch(_ region: Int) -> Bool { node.regions[region].kind == .branch }
    return one.subtracting(other).contains(where: isBranch) && other.subtracting(one).contains(where: isBranch)
  }
}
