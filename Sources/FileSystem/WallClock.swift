internal import Glibc

/// The time of day of the machine.
package enum WallClock {
  /// Seconds since the beginning of 1970, UTC.
  package static var secondsSince1970: Int { time(nil) }

  /// Nanoseconds since the beginning of 1970, UTC.
  package static var nanosecondsSince1970: Int {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec &* 1_000_000_000 &+ now.tv_nsec
  }
}
