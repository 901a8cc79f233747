internal import Glibc

/// A standard stream of the program.
package enum OutputStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Whether a terminal is at its end.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes all of a text.
  package func write(_ text: String) throws(SystemError) {
    try OutputStream.write(Array(text.utf8), to: rawValue)
  }

  /// Writes a file anew; what stood there before is gone only when all could be written.
  package static func writeFile(_ text: String, to path: String) throws(SystemError) {
    let isPlain = (try? FilePaths.status(of: path).kind) != .special
    let target = isPlain ? path + ".part" : path
    let file = unsafe open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw SystemError.last }
    defer { close(file) }
    try write(Array(text.utf8), to: file)
    if isPlain {
      guard unsafe rename(target, path) == 0 else { throw SystemError.last }
    }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress! + start, $0.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw SystemError.last }
      start += written
    }
  }
}
