internal import Glibc

/// The machine's processor.
package enum Processor {
  /// How many cores this process may use.
  package static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
