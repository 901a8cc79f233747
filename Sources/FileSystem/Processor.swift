internal import CProcess
internal import Glibc

/// The machine's processor.
package enum Processor {
  /// How many cores this process may use, as `taskset` and containers limit them.
  package static var count: Int { max(1, Int(process_core_count())) }
}

/// The process that the program runs in.
package enum CurrentProcess {
  /// Keeps a value until the process ends, where taking a large one apart costs time and gives nothing.
  package static func keep(_ value: Any) { unsafe _ = Unmanaged.passRetained(Kept(value)) }

  private final class Kept {
    let value: Any

    init(_ value: Any) { self.value = value }
  }

  /// Takes memory from the system in large steps, and keeps it: threads would else ask for every few pages that they
  /// need, and wait for each other meanwhile. What is not used costs nothing.
  package static func takeMemoryInLargeSteps() { process_take_memory_in_large_steps() }

  /// Ends it at once with an exit code.
  package static func end(_ code: Int32) -> Never { exit(code) }
}
