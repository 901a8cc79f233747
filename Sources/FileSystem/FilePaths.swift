internal import Glibc

/// What can be asked of paths as the user names them.
package enum FilePaths {
  /// What stands at a path, through links.
  package static func status(of path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw SystemError.last }
    return FileStatus(status)
  }

  /// The absolute path without links, `.` and `..`.
  package static func real(_ path: String) throws(SystemError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw SystemError.last }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The absolute path of what may not be there yet: the folder that it is in has to be.
  package static func absolute(_ path: String) throws(SystemError) -> String {
    if let found = try? real(path) { return found }
    guard let slash = path.lastIndex(of: "/") else { return try real(".") + "/" + path }
    return try real(slash == path.startIndex ? "/" : String(path[..<slash])) + path[slash...]
  }

  /// The value of an environment variable.
  package static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The first program of a name in the folders of PATH; relative folders do not count, since the scanned tree
  /// could be one of them.
  package static func program(_ name: String) -> String? {
    (environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first { unsafe access($0, X_OK) == 0 }
  }
}
