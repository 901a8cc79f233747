/// Seconds as people say them.
package enum DurationText {
  /// `7 days`, `90 s`, `0.5 s`; in the largest unit that leaves no remainder.
  package static func of(_ seconds: Double) -> String {
    for (unit, size) in [("day", 86400.0), ("hour", 3600), ("minute", 60)] where abs(seconds) >= size {
      if let count = Int(exactly: seconds / size) { return CountText.of(count, unit) }
    }
    return Int(exactly: seconds).map { "\($0) s" } ?? "\(seconds) s"
  }
}
