import Inventory
import YAML

/// Reads the setting `inventory`.
struct InventorySettingsReader {
  let decoder: ConfigurationDecoder

  func settings(_ node: YAMLNode) throws(YAMLError) -> InventorySettings {
    var settings = InventorySettings()
    guard let mapping = node.mapping else { throw decoder.error(node, "'rows' and 'groups' are expected") }
    for entry in mapping.entries {
      switch entry.key.text {
      case "rows": settings.rows = try rows(entry.value)
      case "groups": settings.groups = try groups(entry.value)
      default: throw decoder.unknown(entry.key, "setting of the inventory", among: ["rows", "groups"])
      }
    }
    return settings
  }

  private func rows(_ node: YAMLNode) throws(YAMLError) -> [String: InventorySettings.HandWritten] {
    guard let mapping = node.mapping else { throw decoder.error(node, "rows by their ids are expected") }
    var rows: [String: InventorySettings.HandWritten] = [:]
    for entry in mapping.entries {
      guard let cells = entry.value.mapping else { throw decoder.error(entry.value, "cells of the row are expected") }
      var row = InventorySettings.HandWritten(place: place(entry.key))
      for cell in cells.entries {
        switch cell.key.text {
        case "name": row.name = try decoder.string(cell.value)
        case "owner": row.owners = try decoder.strings(cell.value)
        case "concerns": row.concerns = try decoder.strings(cell.value)
        case "notes": row.notes = try decoder.string(cell.value)
        default: throw decoder.unknown(cell.key, "cell", among: ["name", "owner", "concerns", "notes"])
        }
      }
      rows[entry.key.text] = row
    }
    return rows
  }

  private func groups(_ node: YAMLNode) throws(YAMLError) -> [InventorySettings.Group] {
    guard let mapping = node.mapping else { throw decoder.error(node, "names with the ids of their rows are expected") }
    var groups: [InventorySettings.Group] = []
    for entry in mapping.entries {
      let rows = try decoder.strings(entry.value)
      groups.append(InventorySettings.Group(name: entry.key.text, rows: rows, place: place(entry.key)))
    }
    return groups
  }

  private func place(_ key: YAMLScalar) -> String {
    "\(decoder.file):\(key.position.line):\(key.position.column)"
  }
}
