internal import Glibc

/// A folder of the user's alone for what can be made again: entries are read whole or not at all, written whole, and the
/// oldest go when all together are too large. Never follows a link out.
package struct CacheFolder {
  /// Without links.
  package let path: String
  private let folder: Folder
  /// What the files of entries end in: others in the folder are nobody's to remove.
  private static let suffix = ".redis-inventory"
  /// How many bytes all entries together may have.
  private let sizeLimit: Int

  /// Where the user's programs keep such things; nil where the environment does not tell.
  package static var standardPath: String? {
    for (variable, rest) in [("XDG_CACHE_HOME", ""), ("HOME", "/.cache")] {
      if let base = FilePaths.environment(variable), base.hasPrefix("/") { return base + rest + "/redis-inventory" }
    }
    return nil
  }

  /// Opens a folder, made where it is missing; one of somebody else, or that others may write to, is refused.
  package init(_ path: String, sizeLimit: Int = 256 << 20) throws(SystemError) {
    CacheFolder.make(path)
    folder = try Folder(path)
    self.path = try FilePaths.real(path)
    self.sizeLimit = sizeLimit
    var status = stat()
    guard unsafe fstat(folder.descriptor, &status) == 0 else { throw SystemError.last }
    guard status.st_uid == geteuid(), status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
      throw SystemError(number: EPERM)
    }
  }

  private static func make(_ path: String) {
    if unsafe mkdir(path, 0o700) == 0 || errno != ENOENT { return }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    make(String(path[..<slash]))
    unsafe _ = mkdir(path, 0o700)
  }

  /// The bytes of an entry; nil where there is none that is a plain file of the user's.
  ///
  /// - Parameter name: letters, digits and hyphens.
  package func entry(_ name: String) -> [UInt8]? {
    var buffer: [UInt8] = []
    let file = name + CacheFolder.suffix
    guard let status = try? rawStatus(of: file), status.st_uid == geteuid(),
      let count = try? folder.read(file, into: &buffer, limit: sizeLimit)
    else { return nil }
    buffer.removeLast(buffer.count - count)
    return buffer
  }

  /// Writes an entry so that readers see the old one or the new one, and removes the oldest beyond the limit; what
  /// cannot be written is left out.
  package func write(_ bytes: [UInt8], to name: String) {
    guard bytes.count <= sizeLimit else { return }
    let name = name + CacheFolder.suffix
    let part = "\(getpid()).part-\(name)"
    unsafe unlinkat(folder.descriptor, part, 0)
    let file = unsafe openat(folder.descriptor, part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let isWritten = (try? OutputStream.write(bytes, to: file)) != nil
    guard isWritten, unsafe renameat(folder.descriptor, part, folder.descriptor, name) == 0 else {
      unsafe unlinkat(folder.descriptor, part, 0)
      return
    }
    evict()
  }

  /// Removes the oldest entries beyond the limit, and what a run left unfinished an hour ago.
  private func evict() {
    var entries: [(name: String, size: Int, modified: Int)] = []
    for entry in (try? folder.entries()) ?? [] where entry.kind == .file && entry.name.hasSuffix(CacheFolder.suffix) {
      guard let status = try? rawStatus(of: entry.name), status.st_uid == geteuid() else { continue }
      if entry.name.contains(".part-"), WallClock.secondsSince1970 - status.st_mtim.tv_sec > 3600 {
        unsafe unlinkat(folder.descriptor, entry.name, 0)
      } else {
        entries.append((entry.name, Int(status.st_size), FileStatus(status).modified))
      }
    }
    var size = entries.reduce(0) { $0 + $1.size }
    for entry in entries.sorted(by: { ($0.modified, $0.name) < ($1.modified, $1.name) }) where size > sizeLimit {
      unsafe unlinkat(folder.descriptor, entry.name, 0)
      size -= entry.size
    }
  }

  private func rawStatus(of name: String) throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw SystemError.last }
    return status
  }
}
