internal import Synchronization

/// Values that wait for workers; a worker leaves when nothing waits.
final class Feed<Value: Sendable>: Sendable {
  private struct Queue {
    var waiting: [(Int, Value)?] = []
    /// How many of the values were handed out.
    var taken = 0
    var workers = 0
  }

  private let queue = Mutex(Queue())

  /// Adds a value, and tells whether a worker is to be added, of so many at a time.
  func add(_ value: Value, workers: Int) -> Bool {
    queue.withLock { queue in
      queue.waiting.append((queue.waiting.count, value))
      guard queue.workers < workers else { return false }
      queue.workers += 1
      return true
    }
  }

  /// How many workers of so many are to be added to those at work.
  func workersMissing(of workers: Int) -> Int {
    queue.withLock { queue in
      let missing = max(0, min(workers - queue.workers, queue.waiting.count - queue.taken))
      queue.workers += missing
      return missing
    }
  }

  /// The next value with its number, for a worker; it has to leave where there is none.
  func next() -> (Int, Value)? {
    queue.withLock { queue in
      guard queue.taken < queue.waiting.count else {
        queue.workers -= 1
        return nil
      }
      defer {
        queue.waiting[queue.taken] = nil
        queue.taken += 1
      }
      return queue.waiting[queue.taken]
    }
  }
}
