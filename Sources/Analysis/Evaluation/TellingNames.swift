/// Names by which constants and functions show that keys are made of them.
enum TellingNames {
  private static let parts = words("key", "channel", "prefix", "suffix", "queue", "topic", "namespace", "separator")
  private static let wholes = parts + words("name", "script")

  /// Whether a name is a constant's by its capitals, or speaks of keys.
  ///
  /// - Parameter asPart: whether it gives a part of a key only.
  static func holds(_ name: String, asPart: Bool) -> Bool {
    let bytes = name.utf8.map { byte in isUpper(byte) ? byte | 0x20 : byte }
    if !name.utf8.contains(where: { (0x61...0x7A).contains($0) }) { return true }
    return (asPart ? parts : wholes).contains { word in
      bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
    }
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }
}
