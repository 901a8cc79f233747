extension FunctionNode {
  /// The region of a place: that of the step there, or of the call that a command in its arguments belongs to; nil
  /// before the first step.
  package func region(of place: SourcePlace) -> Int? {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : steps[low - 1].region
  }

  /// The innermost closure around a region, or the region itself where it is one.
  package func closure(around region: Int) -> Int? { ancestry(of: region).first { regions[$0].kind == .closure } }

  /// A region and all around it, innermost first.
  package func ancestry(of region: Int) -> [Int] {
    var ancestry = [region]
    while let parent = regions[ancestry[ancestry.count - 1]].parent { ancestry.append(parent) }
    return ancestry
  }
}
