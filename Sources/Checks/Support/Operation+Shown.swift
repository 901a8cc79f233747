import InventoryModel

extension Operation {
  /// The key, or the text of its argument where the template says nothing.
  var shownKey: String {
    guard let key = keyTemplates.first(where: { !KeyTemplate.letters(of: $0).isEmpty }) ?? keyText ?? key else {
      return "whose key only the run knows"
    }
    return key
  }
}
