import FileSystem

/// A path that the user named, absolute and without links.
struct ScanTarget: Hashable {
  let path: String
  let isFolder: Bool

  static func targets(of paths: [String]) throws(DiscoveryError) -> [ScanTarget] {
    var targets: [ScanTarget] = []
    for path in paths {
      do throws(SystemError) {
        let real = try FilePaths.real(path)
        let target = ScanTarget(path: real, isFolder: try FilePaths.status(of: real).kind == .folder)
        if !targets.contains(target) { targets.append(target) }
      } catch {
        throw error.isAbsence ? .missing(path: path) : .cannotRead(path: path, error)
      }
    }
    return targets
  }

  /// The deepest folder that holds all targets: of one folder itself, of one file the folder that it is in.
  static func commonFolder(of targets: [ScanTarget]) -> String {
    let folders = targets.map { target in
      let components = target.path.split(separator: "/")
      return target.isFolder ? components[...] : components.dropLast()
    }
    guard var common = folders.first else { return "/" }
    for folder in folders {
      common = common.prefix(zip(common, folder).prefix { $0 == $1 }.count)
    }
    return "/" + common.joined(separator: "/")
  }

  /// A path relative to a folder above it; empty for the folder itself.
  static func relative(_ path: String, to root: String) -> String {
    guard path != root else { return "" }
    return String(path.dropFirst(root == "/" ? 1 : root.count + 1))
  }
}
