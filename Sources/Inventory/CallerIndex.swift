import InventoryModel

/// Who uses the functions of a row: the nearest callers outside of it, and the tests that reach it.
struct CallerIndex {
  let graph: CallGraph

  struct Callers {
    /// Functions outside of the owner that call into it.
    var users: [Anchor] = []
    var tests: [Anchor] = []
  }

  /// - Parameter isInside: whether a function belongs to the row's owner.
  func callers(of functions: Set<Int>, isInside: (FunctionNode) -> Bool) -> Callers {
    var users: [(SourcePlace, String?)] = []
    var tests: Set<Int> = []
    var seen = functions
    var pending = functions.sorted().map { (number: $0, isInside: true) }
    while let next = pending.popLast() {
      for caller in graph.functions[next.number].callers {
        let node = graph.functions[caller.function]
        if node.context == .test {
          tests.insert(caller.function)
        } else if next.isInside, !isInside(node) {
          users.append((caller.place, node.name))
        }
        guard seen.insert(caller.function).inserted else { continue }
        pending.append((caller.function, next.isInside && isInside(node)))
      }
    }
    return Callers(
      users: Anchors.of(users),
      tests: Anchors.of(top(tests).map { (graph.functions[$0].place, graph.functions[$0].name) }))
  }

  /// Of test functions those that no other of them calls: the tests, without their helpers.
  private func top(_ tests: Set<Int>) -> [Int] {
    let top = tests.filter { number in
      !graph.functions[number].callers.contains {
        graph.functions[$0.function].context == .test && $0.function != number
      }
    }
    return (top.isEmpty ? tests : top).sorted()
  }
}
