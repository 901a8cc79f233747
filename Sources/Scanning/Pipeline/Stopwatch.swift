package import InventoryModel

/// Adds up what each phase of a scan costs.
package struct Stopwatch: Sendable {
  /// In the order in which the phases began.
  package private(set) var timings: [PhaseTiming] = []
  private var began = ContinuousClock.now

  package init() {}

  /// Begins to measure.
  package mutating func start() { began = .now }

  /// Adds the time since `start` to a phase.
  package mutating func stop(_ phase: String, files: Int = 0, bytes: Int = 0) {
    let (seconds, attoseconds) = (ContinuousClock.now - began).components
    let time = Double(seconds) + Double(attoseconds) * 1e-18
    if let index = timings.firstIndex(where: { $0.phase == phase }) {
      timings[index].seconds += time
      timings[index].files += files
      timings[index].bytes += bytes
    } else {
      timings.append(PhaseTiming(phase: phase, seconds: time, files: files, bytes: bytes))
    }
  }
}
