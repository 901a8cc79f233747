internal import Glibc

/// What the system knows of a file.
package struct FileStatus: Hashable, Sendable {
  package let kind: Kind
  package let size: Int
  /// Device and inode: which file it is, whatever its name.
  package let identity: Identity
  /// When its content was changed last, in nanoseconds since 1970.
  package let modified: Int
  /// When anything of it was changed last, in nanoseconds since 1970; nobody can set it back.
  package let changed: Int

  /// What stands behind a name.
  package enum Kind: Hashable, Sendable {
    case file, folder, link
    /// A FIFO, socket or device.
    case special
  }

  package struct Identity: Hashable, Sendable {
    package let device: UInt
    package let inode: UInt
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    size = Int(status.st_size)
    identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec &* 1_000_000_000 &+ status.st_ctim.tv_nsec
  }
}
