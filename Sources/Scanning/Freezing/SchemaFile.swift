import FileSystem
package import Freeze
package import InventoryModel
import YAML

/// The `redis-schema.yml` that holds for a scan.
package struct SchemaFile: Sendable {
  package let frozen: FrozenSchema
  private let scope: SchemaScope

  private static let sizeLimit = 32 << 20

  /// The file nearest to the scanned root, in it or above it, but not above the root of a git work tree; nil where
  /// there is none.
  package static func nearest(to paths: [String]) throws -> SchemaFile? {
    let root = try Discovery.root(of: paths)
    guard let path = ConfigurationFile.nearest(to: root, name: FrozenSchema.fileName) else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    let base = ScanTarget.relative(root, to: folder.isEmpty ? "/" : folder)
    var frozen = try read(path)
    let depth = base.split(separator: "/").count
    frozen.path = String(repeating: "../", count: depth) + FrozenSchema.fileName
    let targets = try ScanTarget.targets(of: paths).map { ScanTarget.relative($0.path, to: folder) }
    return SchemaFile(frozen: frozen, scope: SchemaScope(base: base, targets: targets))
  }

  /// The file at a path.
  package static func read(_ path: String) throws -> FrozenSchema {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try Folder.contents(ofNamed: path, limit: sizeLimit)
    } catch {
      throw ConfigurationError.unreadable(path: path)
    }
    do throws(YAMLError) {
      return try FrozenSchema(text: String(decoding: bytes, as: UTF8.self), file: path)
    } catch {
      throw ConfigurationError.invalid(error)
    }
  }

  /// How the schema of what was scanned departs from what is frozen.
  package func changes(
    in current: KeySchema, plans: [MigrationPlan], today: CalendarDate
  ) -> [SchemaChange] {
    SchemaComparison(of: current, with: frozen, scope: scope, plans: plans, today: today).changes()
  }
}
