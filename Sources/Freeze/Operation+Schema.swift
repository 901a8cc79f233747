package import InventoryModel

/// What can be told of a key's name.
package enum KeyTemplate {
  /// Whether the source tells a letter or digit of the name.
  package static func tellsName(_ template: String) -> Bool {
    template.replacing("{}", with: "").contains { $0.isLetter || $0.isNumber }
  }
}

extension Operation {
  /// Whether it takes a lock: a library's, or a key that only the first can set and that is called one.
  package var takesLock: Bool {
    if isLockCommand { return true }
    guard takesIfFree else { return false }
    return Operation.speaksOfLock(function) || keyTemplates.contains { Operation.speaksOfLock($0) }
  }

  /// Whether it sets a time to live that the source does not tell.
  var setsUnknownTTL: Bool { setsTTL && ttlSeconds == nil }

  private static func speaksOfLock(_ name: String?) -> Bool {
    (name.map(NameWords.split) ?? []).map { $0.lowercased() }.contains { word in
      if word == "block" || word == "clock" || word == "unblock" { return false }
      return word.hasSuffix("lock") || ["lock", "mutex", "lease", "semaphore"].contains { word.hasPrefix($0) }
    }
  }
}
