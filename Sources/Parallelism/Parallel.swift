internal import Synchronization

/// Work on many values in so many tasks at a time, with results in the order of the values.
package struct Parallel: Sendable {
  /// How many tasks work at a time.
  private let width: Int

  package init(width: Int) { self.width = max(1, width) }

  /// Gives each batch of values to `work`, which makes one result a value.
  package func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], batch: Int, _ work: @escaping @Sendable (ArraySlice<Value>) -> [Result]
  ) async -> [Result] {
    let size = max(1, batch)
    let results = await map { (yield: (ArraySlice<Value>) -> Void) in
      for start in stride(from: 0, to: values.count, by: size) {
        yield(values[start..<min(start + size, values.count)])
      }
    } state: {
    } work: { _, batch in
      work(batch)
    }
    return results.flatMap(\.self)
  }

  /// Gives each value that `produce` yields to `work` while `produce` goes on; one result a value, in order.
  ///
  /// - Parameter state: makes what a task needs for all its work, such as a buffer.
  package func map<Value: Sendable, State, Result: Sendable, Failure: Error>(
    _ produce: (_ yield: (Value) -> Void) throws(Failure) -> Void,
    state: @escaping @Sendable () -> State, work: @escaping @Sendable (inout State, Value) -> Result
  ) async throws(Failure) -> [Result] {
    let feed = Feed<Value>()
    let outcome = await withTaskGroup(of: [(Int, Result)].self) { group in
      let workOff: @Sendable () -> [(Int, Result)] = {
        var (state, results): (State, [(Int, Result)]) = (state(), [])
        while let (number, value) = feed.next() { results.append((number, work(&state, value))) }
        return results
      }
      var failure: Failure?
      do throws(Failure) {
        // One task produces.
        try produce { if feed.add($0, workers: width - 1) { group.addTask(operation: workOff) } }
      } catch {
        failure = error
      }
      for _ in 0..<feed.workersMissing(of: width) { group.addTask(operation: workOff) }
      var results: [(number: Int, Result)] = []
      for await made in group { results += made }
      if let failure { return Swift.Result<[Result], Failure>.failure(failure) }
      results.sort { $0.number < $1.number }
      return .success(results.map(\.1))
    }
    return try outcome.get()
  }

  /// Gives each value to `work`, and what it makes to `take`, one after another in the order of the values, while further
  /// values are worked on.
  ///
  /// - Parameter cost: what a value takes, in any unit; what takes far more than others is begun first, so that nothing
  ///   has to wait for it at the end.
  package func forEach<Value: Sendable, Result: Sendable>(
    _ values: [Value], cost: (Value) -> Int = { _ in 1 }, _ work: @escaping @Sendable (Value) -> Result,
    take: (Result) -> Void
  ) async {
    guard width > 1 else { return values.forEach { take(work($0)) } }
    let feed = Feed<(Int, Value)>()
    for index in Parallel.order(of: values.map(cost)) { _ = feed.add((index, values[index]), workers: 0) }
    let (stream, results) = AsyncStream.makeStream(of: (Int, Result).self)
    await withTaskGroup { group in
      for _ in 0..<feed.workersMissing(of: width) {
        group.addTask {
          while let (_, (index, value)) = feed.next() {
            results.yield((index, work(value)))
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
