internal import Glibc

/// The machine's processor.
package enum Processor {
  /// How many cores this process may use: of a container or under `taskset`, those alone.
  package static var count: Int {
    var set = cpu_set_t()
    guard unsafe sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 else {
      return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    let cores = unsafe withUnsafeBytes(of: &set) { unsafe $0.reduce(0) { $0 + $1.nonzeroBitCount } }
    return max(1, cores)
  }
}

/// The process that the program runs in.
package enum CurrentProcess {
  /// Keeps a value until the process ends, where taking a large one apart costs time and gives nothing.
  package static func keep(_ value: Any) { unsafe _ = Unmanaged.passRetained(Kept(value)) }

  private final class Kept {
    let value: Any

    init(_ value: Any) { self.value = value }
  }

  /// Ends it at once with an exit code.
  package static func end(_ code: Int32) -> Never { exit(code) }
}
