/// The order of the forms that one key or channel can have.
enum FormRanking {
  /// What says most first; before it a form that it is only an example of.
  static func ranked(_ forms: [Template]) -> [Template] {
    guard forms.count > 1 else { return forms }
    let forms = withoutDoubled(forms)
    let known = forms.map { ($0, weight(of: $0.rendered)) }
    var sorted = known.enumerated().sorted { first, second in
      first.element.1 == second.element.1
        ? first.offset < second.offset : first.element.1 > second.element.1
    }.map(\.element.0)
    if let general = sorted.lastIndex(where: { isGeneral($0, of: sorted[0]) }) {
      sorted.insert(sorted.remove(at: general), at: 0)
    }
    return sorted
  }

  /// Without the forms that double a separator of another: the code which joins them avoids these.
  private static func withoutDoubled(_ forms: [Template]) -> [Template] {
    let texts = forms.map(\.rendered)
    return forms.enumerated().filter { index, _ in
      !isDoubled(texts[index])
        || !texts.contains(texts[index].replacing("//", with: "/").replacing("::", with: ":"))
    }.map(\.element)
  }

  /// How many characters of a template are not holes; doubled separators speak against a form.
  private static func weight(of template: String) -> Int {
    let bytes = template.utf8
    let letters = bytes.count { $0 != 0x7B && $0 != 0x7D }
    return bytes.isEmpty ? -1 : isDoubled(template) ? 1 : letters * 2
  }

  /// Whether a separator follows itself.
  private static func isDoubled(_ template: String) -> Bool {
    let bytes = template.utf8Span.span
    for index in bytes.indices.dropFirst() where bytes[index] == bytes[index - 1] && isSeparator(bytes[index]) {
      return true
    }
    return false
  }

  /// Whether a form that begins with text is the other with holes for some of its words: `bull:{}:{}` of `bull:{}:wait`.
  private static func isGeneral(_ form: Template, of other: Template) -> Bool {
    guard form.rendered.first != "{" else { return false }
    let (words, others) = (words(of: form.rendered), words(of: other.rendered))
    guard words.count == others.count, words != others else { return false }
    return zip(words, others).allSatisfy { $0 == $1 || $0 == "{}" }
  }

  private static func words(of template: String) -> [Substring] {
    template.utf8.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map { Substring($0) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") }
}
