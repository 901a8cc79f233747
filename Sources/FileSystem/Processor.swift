internal import Glibc

/// The machine's processor.
package enum Processor {
  /// How many cores this process may use.
  package static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// The process that the program runs in.
package enum CurrentProcess {
  /// Ends it at once with an exit code.
  package static func end(_ code: Int32) -> Never { exit(code) }
}
