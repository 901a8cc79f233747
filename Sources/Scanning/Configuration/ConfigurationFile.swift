import FileSystem
import InventoryModel
package import YAML

/// A `redis-inventory.yml`.
package struct ConfigurationFile: Sendable, Hashable {
  package static let name = "redis-inventory.yml"

  package let path: String
  package let options: Options

  /// The folder that its patterns and paths go from.
  package var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// The file nearest to a folder, in it or above it, but not above the root of a git work tree.
  package static func nearest(to folder: String, name: String = ConfigurationFile.name) -> String? {
    var components = folder.split(separator: "/")
    while true {
      let here = "/" + components.joined(separator: "/")
      let candidate = (here == "/" ? "" : here) + "/" + name
      if (try? FilePaths.status(of: candidate).kind) == .file { return candidate }
      let isWorkTree = (try? FilePaths.status(of: here + "/.git")) != nil
      if isWorkTree || components.isEmpty { return nil }
      components.removeLast()
    }
  }

  /// Reads a file.
  package init(path: String) throws(ConfigurationError) {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try Folder.contents(ofNamed: path, limit: 1 << 20)
    } catch {
      throw .unreadable(path: path)
    }
    try self.init(text: String(decoding: bytes, as: UTF8.self), path: path)
  }

  /// Reads the text of a file.
  package init(text: String, path: String) throws(ConfigurationError) {
    self.path = path
    do throws(YAMLError) {
      options = try ConfigurationDecoder(file: path).options(try YAML.parse(text, file: path))
    } catch {
      throw .invalid(error)
    }
  }
}

/// Why a configuration cannot be used.
package enum ConfigurationError: Error, Hashable, CustomStringConvertible {
  case unreadable(path: String)
  case invalid(YAMLError)
  case badPattern(GlobError)

  package var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read"
    case .invalid(let error): error.description
    case .badPattern(let error): error.description
    }
  }
}
