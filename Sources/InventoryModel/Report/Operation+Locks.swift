/// What tells that an operation works on a lock.
extension Operation {
  /// Whether a library takes or gives back a lock.
  package var isLockCommand: Bool { command.hasPrefix("LOCK") && command.hasSuffix("*") }

  /// Whether it sets a key only where there is none.
  package var takesIfFree: Bool { command == "SETNX" || command == "SET" && options.contains("NX") }
}
