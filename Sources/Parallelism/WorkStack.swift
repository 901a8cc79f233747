internal import Synchronization

/// Values that wait for workers, who may add further ones; the last one added is worked on first, so that few wait.
final class WorkStack<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Value]
    /// How many values are worked on.
    var open = 0
    /// Workers for whom there was nothing, while what others work on may add values.
    var idle: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>
  private let isGrowing: Bool

  /// - Parameter isGrowing: whether work on values may add others.
  init(_ values: [Value], isGrowing: Bool = false) {
    state = Mutex(State(waiting: values.reversed()))
    self.isGrowing = isGrowing
  }

  /// The next value, as soon as there is one; nil when none is left and none can be added any more.
  func next() async -> Value? {
    while true {
      switch turn() {
      case .work(let value): return value
      case .leave: return nil
      case .wait: await withCheckedContinuation(wait)
      }
    }
  }

  func add(_ values: [Value]) {
    wake { state in
      state.waiting += values.reversed()
      return state.idle.suffix(values.count)
    }
  }

  /// Says that a value is worked off.
  func finish() {
    wake { state in
      state.open -= 1
      return state.open == 0 ? state.idle[...] : []
    }
  }

  private enum Turn {
    case work(Value)
    case wait, leave
  }

  private func turn() -> Turn {
    state.withLock { state in
      guard state.waiting.isEmpty else {
        state.open += 1
        return .work(state.waiting.removeLast())
      }
      return isGrowing && state.open > 0 ? .wait : .leave
    }
  }

  /// Lets a worker rest until there is something to do, unless there is by now.
  private func wait(_ worker: CheckedContinuation<Void, Never>) {
    let rests = state.withLock { state in
      guard state.waiting.isEmpty, state.open > 0 else { return false }
      state.idle.append(worker)
      return true
    }
    if !rests { worker.resume() }
  }

  /// Changes the state, and then wakes workers that the change names, the last ones that went to rest.
  private func wake(after change: (inout State) -> ArraySlice<CheckedContinuation<Void, Never>>) {
    let workers = state.withLock { state in
      let workers = Array(change(&state))
      state.idle.removeLast(workers.count)
      return workers
    }
    for worker in workers { worker.resume() }
  }
}
