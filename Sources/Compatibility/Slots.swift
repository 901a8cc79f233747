/// Whether something is so, as far as the source tells.
enum Certainty: Int, Comparable {
  case no, may, yes

  static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}

/// The forms that one key can have.
typealias KeyForms = [KeyTemplate]

/// The slots of keys.
enum Slots {
  /// Whether the keys lie in several slots. A template with a hole is taken to be one key where it stands once; two keys
  /// whose hash tags are written the same are taken to have the same tag.
  static func areSeveral(_ keys: [KeyTemplate]) -> Certainty {
    guard let first = keys.first else { return .no }
    return keys.dropFirst().map { differ(first, $0) }.max() ?? .no
  }

  /// The same of keys of which each has one of some forms: sure only where all forms agree.
  static func areSeveral(_ keys: [KeyForms]) -> Certainty {
    guard let first = keys.first else { return .no }
    return keys.dropFirst().map { other in
      let answers = Set(first.flatMap { left in other.map { differ(left, $0) } })
      return answers.count == 1 ? answers.first ?? .no : .may
    }.max() ?? .no
  }

  /// Whether two keys lie in different slots.
  static func differ(_ left: KeyTemplate, _ right: KeyTemplate) -> Certainty {
    if let leftText = hashed(left).literal, let rightText = hashed(right).literal {
      return slot(leftText) == slot(rightText) ? .no : .yes
    }
    if hashed(left) == hashed(right), left.hashTag != nil, right.hashTag != nil { return .no }
    return .may
  }

  /// What the slot is computed from.
  private static func hashed(_ key: KeyTemplate) -> KeyTemplate { key.hashTag ?? key }

  /// The slot of what is hashed of a key: CRC-16 of the XMODEM kind, modulo 16384.
  static func slot(_ text: String) -> Int {
    var crc: UInt16 = 0
    for byte in text.utf8 {
      crc ^= UInt16(byte) << 8
      for _ in 0..<8 { crc = crc & 0x8000 == 0 ? crc << 1 : (crc << 1) ^ 0x1021 }
    }
    return Int(crc % 16384)
  }
}
