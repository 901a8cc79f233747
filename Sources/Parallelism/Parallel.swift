internal import Synchronization

/// Work on many values in so many tasks at a time.
package struct Parallel: Sendable {
  /// How many tasks work at a time.
  private let width: Int

  package init(width: Int) { self.width = max(1, width) }

  /// The same, in no more than so many tasks.
  package func limited(to limit: Int) -> Parallel { Parallel(width: min(width, limit)) }

  /// Gives each batch of values to `work`, which makes one result a value; results are in the order of the values.
  package func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], batch: Int, _ work: @escaping @Sendable (ArraySlice<Value>) -> [Result]
  ) async -> [Result] {
    await map(values, batch: batch) {
    } work: { _, batch in
      work(batch)
    }.flatMap(\.self)
  }

  /// Gives each batch of values to `work`, which makes one result of it; results are in the order of the values.
  ///
  /// - Parameter state: makes what a task needs for all its work, such as a buffer.
  package func map<Value: Sendable, State, Result: Sendable>(
    _ values: [Value], batch: Int, state: @escaping @Sendable () -> State,
    work: @escaping @Sendable (inout State, ArraySlice<Value>) -> Result
  ) async -> [Result] {
    let size = max(1, batch)
    let starts = Array(stride(from: 0, to: values.count, by: size))
    let results = await workers(on: WorkStack(starts), of: starts.count, state: state) { state, start, _ in
      (start, work(&state, values[start..<min(start + size, values.count)]))
    }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Gives each value to `work`, and those that it adds, until none is left; results are in no order.
  package func explore<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ work: @escaping @Sendable (Value, _ add: ([Value]) -> Void) -> Result
  ) async -> [Result] {
    let stack = WorkStack(values, isGrowing: true)
    return await workers(on: stack, of: values.isEmpty ? 0 : width, state: {}, { work($1, $2) })
  }

  private func workers<Value: Sendable, State, Result: Sendable>(
    on stack: WorkStack<Value>, of count: Int, state: @escaping @Sendable () -> State,
    _ work: @escaping @Sendable (inout State, Value, _ add: ([Value]) -> Void) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: [Result].self) { group in
      for _ in 0..<min(width, count) {
        group.addTask {
          var (state, results): (State, [Result]) = (state(), [])
          while let value = await stack.next() {
            results.append(work(&state, value) { stack.add($0) })
            stack.finish()
          }
          return results
        }
      }
      var results: [Result] = []
      for await made in group { results += made }
      return results
    }
  }

  /// Gives each value to `work`, and what it makes to `take`, one after another in the order of the values, while further
  /// values are worked on.
  ///
  /// - Parameter costs: what each value takes, in any unit; what takes far more than others is begun first, so that
  ///   nothing has to wait for it at the end.
  package func forEach<Value: Sendable, Result: Sendable>(
    _ values: [Value], costs: [Int], _ work: @escaping @Sendable (Value) -> Result, take: (Result) -> Void
  ) async {
    guard width > 1 else {
      for value in values { take(work(value)) }
      return
    }
    let order = Parallel.order(of: costs)
    let stack = WorkStack(order)
    let (stream, results) = AsyncStream.makeStream(of: (Int, Result).self)
    await withTaskGroup { group in
      for _ in 0..<min(width, values.count) {
        group.addTask {
          while let index = await stack.next() {
            results.yield((index, work(values[index])))
            // What was made is taken meanwhile, also where no processor is free.
            await Task.yield()
          }
        }
      }
      var iterator = stream.makeAsyncIterator()
      var made: [Int: Result] = [:]
      var (received, taken) = (0, 0)
      while received < values.count, let (index, result) = await iterator.next() {
        received += 1
        made[index] = result
        while let result = made.removeValue(forKey: taken) {
          take(result)
          taken += 1
        }
      }
    }
  }

  /// Positions of values by when they are begun: those of more than twice the mean cost first, the costliest before all.
  static func order(of costs: [Int]) -> [Int] {
    let limit = 2 * costs.reduce(0, +) / max(1, costs.count)
    let heavy = costs.indices.filter { costs[$0] > limit }.sorted { (costs[$0], $1) > (costs[$1], $0) }
    return heavy + costs.indices.filter { costs[$0] <= limit }
  }
}
