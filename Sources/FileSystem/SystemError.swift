internal import Glibc

/// Why the system refused something.
package struct SystemError: Error, Hashable, CustomStringConvertible {
  /// The system's error number.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The error of the last call of this thread.
  static var last: SystemError { SystemError(number: errno) }

  /// Nothing is there, or no longer.
  package var isAbsence: Bool { number == ENOENT || number == ENOTDIR }

  /// A link stands where none may be followed.
  package var isLink: Bool { number == ELOOP }

  /// The system's words for it.
  package var description: String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }
}
