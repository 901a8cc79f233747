import InventoryModel

extension PatternEntry {
  /// Where its first operation stands.
  var place: SourcePlace? { operations.first?.place }
}

extension Operation {
  /// Keys and channels by which two programs can mean the same thing: of which the source tells a letter.
  var sharedNames: [String] {
    (keyTemplates + [channel].compactMap(\.self)).filter { name in
      name.replacing("{}", with: "").contains { $0.isLetter || $0.isNumber }
    }
  }

  /// Whether it works on keys or channels, as opposed to the server or the connection.
  var touchesData: Bool { !keyTemplates.isEmpty || channel != nil }

  /// Whether it runs or loads a script.
  var runsScript: Bool {
    ["EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO", "SCRIPT LOAD", "FCALL", "FCALL_RO", "FUNCTION LOAD"].contains(command)
  }
}
