internal import Glibc

/// Why a file's bytes were not taken.
package enum ReadFailure: Error, Hashable {
  case system(SystemError)
  /// A FIFO, device, socket or folder.
  case notRegular
  case tooLarge(bytes: Int)
  case changed
}

extension Folder {
  /// Reads a file into the beginning of a buffer, which grows as needed, and gives the number of bytes.
  ///
  /// Never waits for a FIFO, never follows a link, never takes half of a file that is being written.
  package func read(
    _ path: String, into buffer: inout [UInt8], limit: Int
  ) throws(ReadFailure) -> Int {
    try Folder.read(path, of: descriptor, into: &buffer, limit: limit, flags: O_NOFOLLOW)
  }

  /// Reads a file that the user named, through links if it is one.
  package static func contents(ofNamed path: String, limit: Int) throws(ReadFailure) -> [UInt8] {
    var buffer: [UInt8] = []
    let count = try read(path, of: AT_FDCWD, into: &buffer, limit: limit, flags: 0)
    buffer.removeLast(buffer.count - count)
    return buffer
  }

  private static func read(
    _ path: String, of folder: Int32, into buffer: inout [UInt8], limit: Int, flags: Int32
  ) throws(ReadFailure) -> Int {
    let file = unsafe openat(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags)
    guard file >= 0 else {
      // A socket cannot be opened at all.
      throw errno == ENXIO ? .notRegular : .system(.last)
    }
    defer { close(file) }
    let before = try status(of: file)
    guard before.kind == .file else { throw .notRegular }
    guard before.size <= limit else { throw .tooLarge(bytes: before.size) }
    // One byte more than the file has, so that one that grows is noticed.
    let missing = before.size + 1 - buffer.count
    if missing > 0 { buffer.append(contentsOf: repeatElement(0, count: max(missing, buffer.count))) }
    let count = try fill(&buffer, upTo: before.size + 1, from: file)
    guard count == before.size, try status(of: file) == before else { throw .changed }
    return count
  }

  private static func status(of file: Int32) throws(ReadFailure) -> FileStatus {
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .system(.last) }
    return FileStatus(status)
  }

  private static func fill(_ buffer: inout [UInt8], upTo end: Int, from file: Int32) throws(ReadFailure) -> Int {
    var count = 0
    while count < end {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(file, bytes.baseAddress! + count, end - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(.last) }
      count += got
      // A regular file gives all it has.
      if got == 0 || count < end { break }
    }
    return count
  }
}

extension ArraySlice<UInt8> {
  /// Whether a zero byte stands among the first of so many.
  package func holdsZero(inFirst limit: Int) -> Bool {
    unsafe withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memchr(start, 0, Swift.min(limit, bytes.count)) != nil
    }
  }
}
