import FileSystem
import InventoryModel
package import YAML

/// A `redis-inventory.yml`.
package struct ConfigurationFile: Sendable, Hashable {
  package static let name = "redis-inventory.yml"

  package let path: String
  package let options: Options
  /// What it says, key by key.
  package let content: YAMLNode
  /// The files that it extends, the nearest first.
  package private(set) var bases: [ConfigurationFile] = []

  /// This file and all that it extends; what an earlier one says wins.
  package var chain: [ConfigurationFile] { [self] + bases.flatMap(\.chain) }

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

  /// Reads a file and all that it extends.
  package init(path: String) throws(ConfigurationError) { try self.init(path: path, extending: []) }

  private init(path: String, extending inner: [String]) throws(ConfigurationError) {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try Folder.contents(ofNamed: path, limit: 1 << 20)
    } catch {
      throw .unreadable(path: path)
    }
    try self.init(text: String(decoding: bytes, as: UTF8.self), path: path)
    for base in options.extend {
      let found = try Extension(base, of: self).path()
      guard !inner.contains(found), found != (try? FilePaths.real(path)) else {
        throw .badExtension(base, "it leads back to a file that extends it")
      }
      bases.append(try ConfigurationFile(path: found, extending: inner + [(try? FilePaths.real(path)) ?? path]))
    }
  }

  /// Reads the text of a file.
  package init(text: String, path: String) throws(ConfigurationError) {
    self.path = path
    do throws(YAMLError) {
      content = try YAML.parse(text, file: path)
      options = try ConfigurationDecoder(file: path).options(content)
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
  case badExtension(PlacedName, String)
  case badReplacement(DiscoveryError)

  package var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read"
    case .invalid(let error): error.description
    case .badPattern(let error): error.description
    case .badReplacement(let error): error.description
    case .badExtension(let name, let message): "\(name.place.map { "\($0): " } ?? "")'\(name.name)': \(message)"
    }
  }
}

/// A file that another extends: beside or above it in the same work tree, so that no tree can point elsewhere.
private struct Extension {
  let name: PlacedName
  let file: ConfigurationFile

  init(_ name: PlacedName, of file: ConfigurationFile) {
    self.name = name
    self.file = file
  }

  func path() throws(ConfigurationError) -> String {
    guard !name.name.hasPrefix("/") else { throw .badExtension(name, "a path from this file's folder is expected") }
    guard let found = try? FilePaths.real("\(file.folder)/\(name.name)") else {
      throw .badExtension(name, "no such file")
    }
    if let root = workTree, !found.hasPrefix(root + "/") { throw .badExtension(name, "it is outside of the work tree") }
    return found
  }

  private var workTree: String? {
    var components = ((try? FilePaths.real(file.folder)) ?? "").split(separator: "/")
    while !components.isEmpty {
      let here = "/" + components.joined(separator: "/")
      if (try? FilePaths.status(of: here + "/.git")) != nil { return here }
      components.removeLast()
    }
    return nil
  }
}
