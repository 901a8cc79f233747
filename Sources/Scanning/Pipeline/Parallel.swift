/// Work on many values in as many tasks at a time as a scan may use, with results in the order of the values.
struct Parallel: Sendable {
  /// How many tasks work at a time.
  let width: Int

  init(width: Int) { self.width = max(1, width) }

  /// Gives each batch of values to `work`, which makes one result a value.
  func map<Value: Sendable, Result: Sendable>(
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
}
