internal import Glibc

/// The time of day of the machine.
package enum WallClock {
  /// Seconds since the beginning of 1970, UTC.
  package static var secondsSince1970: Int { time(nil) }
}
