internal import Glibc

/// An open folder, from which files are reached by relative paths; a class because it owns its descriptor.
package final class Folder: Sendable {
  let descriptor: Int32

  /// Opens a folder by a path.
  package init(_ path: String) throws(SystemError) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError.last }
  }

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens a folder inside this one; a link is refused.
  package func folder(_ name: String) throws(SystemError) -> Folder {
    let opened = unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard opened >= 0 else { throw SystemError.last }
    return Folder(descriptor: opened)
  }

  /// What stands at a path, which may be a link itself.
  package func status(of path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw SystemError.last }
    return FileStatus(status)
  }

  /// What is in the folder, sorted by name; a name that is no UTF-8 is repaired, and then cannot be opened.
  package func entries() throws(SystemError) -> [(name: String, kind: FileStatus.Kind)] {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError.last }
    guard let stream = unsafe fdopendir(copy) else {
      close(copy)
      throw SystemError.last
    }
    defer { unsafe closedir(stream) }
    unsafe rewinddir(stream)
    var entries: [(name: String, kind: FileStatus.Kind)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      guard let kind = unsafe kind(of: entry.pointee.d_type, name: name) else { continue }
      entries.append((name, kind))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// The kind that a folder entry tells, or else the file itself; nothing where it has vanished.
  private func kind(of type: UInt8, name: String) -> FileStatus.Kind? {
    switch Int(type) {
    case DT_REG: .file
    case DT_DIR: .folder
    case DT_LNK: .link
    case DT_UNKNOWN: try? status(of: name).kind
    default: .special
    }
  }
}
