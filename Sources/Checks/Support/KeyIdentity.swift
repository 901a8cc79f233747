import InventoryModel

extension Operation {
  /// Whether two operations of one function or script work on the same key, as far as the source tells.
  func isOnSameKey(as other: Operation) -> Bool {
    if let own = reliableKeyText, let others = other.reliableKeyText {
      if own == others { return true }
      // Two names, or two texts with different holes, are two keys; a name may stand for the other's text.
      guard own.isName != others.isName else { return false }
    }
    guard keyTemplates.count == 1 || keyTemplates == other.keyTemplates, let key else { return false }
    return key == other.key && KeyTemplate.isTelling(key)
  }

  /// The text of the key, also of the only one in a list, unless a part of it is left out.
  private var reliableKeyText: String? {
    guard var text = keyText, !text.isEmpty, !text.contains("…") else { return nil }
    if text.hasPrefix("["), text.hasSuffix("]"), !text.contains(",") { text = String(text.dropFirst().dropLast()) }
    return text
  }
}

extension String {
  fileprivate var isName: Bool { allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } }
}
