internal import Glibc

/// A folder of the program's own, for its user alone, that goes when nobody holds it any more.
package final class TemporaryFolder: Sendable {
  /// Absolute, without links.
  package let path: String
  private let descriptor: Int32

  /// Where the system has such folders.
  static var parent: String { FilePaths.environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp" }

  /// Makes one below the system's folder for such.
  package init() throws(SystemError) {
    var template = Array("\(TemporaryFolder.parent)/redis-inventory.XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw SystemError.last }
    path = try FilePaths.real(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw SystemError.last }
  }

  deinit {
    if let folder = try? Folder(path) { TemporaryFolder.empty(folder) }
    close(descriptor)
    unsafe rmdir(path)
  }

  /// Writes a file that is not there yet, and the folders to it; the path is relative and leads nowhere else.
  package func write(_ bytes: some Collection<UInt8>, to name: String) throws(SystemError) {
    guard TemporaryFolder.isInside(name) else { throw SystemError(number: EINVAL) }
    if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
    let file = unsafe openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw SystemError.last }
    defer { close(file) }
    try OutputStream.write(Array(bytes), to: file)
  }

  /// Makes a folder, and the folders to it, where they are not there yet.
  package func makeFolder(_ name: String) throws(SystemError) {
    guard TemporaryFolder.isInside(name) else { throw SystemError(number: EINVAL) }
    if unsafe mkdirat(descriptor, name, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = name.lastIndex(of: "/") else { throw SystemError.last }
    try makeFolder(String(name[..<slash]))
    if unsafe mkdirat(descriptor, name, 0o700) != 0, errno != EEXIST { throw SystemError.last }
  }

  /// Whether a path stays in the folder that it is relative to, and means nothing special there.
  package static func isInside(_ path: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && part.lowercased() != ".git"
    }
  }

  private static func empty(_ folder: Folder) {
    for entry in (try? folder.entries()) ?? [] {
      if entry.kind == .folder, let inner = try? folder.folder(entry.name) {
        empty(inner)
        unsafe unlinkat(folder.descriptor, entry.name, AT_REMOVEDIR)
      } else {
        unsafe unlinkat(folder.descriptor, entry.name, 0)
      }
    }
  }
}
