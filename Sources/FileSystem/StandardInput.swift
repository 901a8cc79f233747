internal import Glibc

/// What is given to the program on its standard input.
package enum StandardInput {
  /// All of it.
  package static func read(limit: Int) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(0, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(.last) }
      if got == 0 { return bytes }
      bytes += chunk.prefix(got)
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
    }
  }
}
