/// Work on many values in so many tasks at a time, with results in the order of the values.
package struct Parallel: Sendable {
  /// How many tasks work at a time.
  private let width: Int

  package init(width: Int) { self.width = max(1, width) }

  /// Gives each batch of values to `work`, which makes one result a value.
  package func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], batch: Int, _ work: @escaping @Sendable (ArraySlice<Value>) -> [Result]
  ) async -> [Result] {
    let starts = Array(stride(from: 0, to: values.count, by: max(1, batch)))
    var results = [[Result]](repeating: [], count: starts.count)
    await withTaskGroup(of: (Int, [Result]).self) { group in
      var next = 0
      func addTask(to group: inout TaskGroup<(Int, [Result])>) {
        guard next < starts.count else { return }
        let number = next
        let slice = values[starts[number]..<min(starts[number] + max(1, batch), values.count)]
        next += 1
        group.addTask { (number, work(slice)) }
      }
      for _ in 0..<width { addTask(to: &group) }
      while let (number, result) = await group.next() {
        results[number] = result
        addTask(to: &group)
      }
    }
    return results.flatMap(\.self)
  }

  /// Gives each value to `work`, and what it makes to `take`, one after another in the order of the values, while further
  /// values are worked on.
  package func forEach<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ work: @escaping @Sendable (Value) -> Result, take: (Result) -> Void
  ) async {
    await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      func addTask(to group: inout TaskGroup<(Int, Result)>) {
        guard next < values.count else { return }
        let (number, value) = (next, values[next])
        next += 1
        group.addTask { (number, work(value)) }
      }
      for _ in 0..<width { addTask(to: &group) }
      var made: [Int: Result] = [:]
      var taken = 0
      while let (number, result) = await group.next() {
        // On one thread nothing is to be worked on meanwhile.
        if width > 1 { addTask(to: &group) }
        made[number] = result
        while let result = made.removeValue(forKey: taken) {
          take(result)
          taken += 1
        }
        if width == 1 { addTask(to: &group) }
      }
    }
  }
}
