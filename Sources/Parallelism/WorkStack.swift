internal import Synchronization

/// Values that wait for workers, who may add further ones; the last one added is worked on first, so that few wait.
final class WorkStack<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Value]
    /// How many values are worked on.
    var open = 0
  }

  /// What a worker is to do.
  enum Turn {
    case work(Value)
    /// Ask again: what others work on may add values.
    case wait
    case leave
  }

  private let state: Mutex<State>
  private let isGrowing: Bool

  /// - Parameter isGrowing: whether work on values may add others.
  init(_ values: [Value], isGrowing: Bool = false) {
    state = Mutex(State(waiting: values.reversed()))
    self.isGrowing = isGrowing
  }

  func next() -> Turn {
    state.withLock { state in
      guard let value = state.waiting.popLast() else { return isGrowing && state.open > 0 ? .wait : .leave }
      state.open += 1
      return .work(value)
    }
  }

  func add(_ values: [Value]) { state.withLock { $0.waiting += values.reversed() } }

  /// Says that a value is worked off.
  func finish() { state.withLock { $0.open -= 1 } }
}
