/// A key template taken apart: literal text, and holes for what only the run knows.
struct KeyTemplate: Hashable {
  enum Part: Hashable {
    case text(String)
    case hole
  }

  let parts: [Part]

  /// Reads a template as reports write it. `{}` is a hole; any other brace is a brace of the key, so that `{{}}:a` is a
  /// hash tag around a hole, and `{user}:a` one around a word.
  init(_ template: String) {
    var parts: [Part] = []
    var text = ""
    var rest = Substring(template)
    while let character = rest.popFirst() {
      if character == "{", rest.first == "}" {
        rest.removeFirst()
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        parts.append(.hole)
      } else {
        text.append(character)
      }
    }
    if !text.isEmpty { parts.append(.text(text)) }
    self.parts = parts
  }

  init(parts: [Part]) { self.parts = parts }

  /// The whole key, where there is no hole.
  var literal: String? {
    var result = ""
    for part in parts {
      guard case .text(let text) = part else { return nil }
      result += text
    }
    return result
  }

  /// As reports write it.
  var description: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .hole: "{}"
      }
    }.joined()
  }

  /// Whether there is a word in it.
  var hasText: Bool { parts.contains { $0 != .hole } }

  /// What stands between the first `{` and the next `}` of the key itself; nil where there is no such pair, or nothing in
  /// it.
  var hashTag: KeyTemplate? {
    var inside: [Part]?
    for part in parts {
      guard case .text(let text) = part else {
        inside?.append(.hole)
        continue
      }
      var rest = Substring(text)
      if inside == nil {
        guard let open = rest.firstIndex(of: "{") else { continue }
        rest = rest[rest.index(after: open)...]
        inside = []
      }
      guard let close = rest.firstIndex(of: "}") else {
        if !rest.isEmpty { inside?.append(.text(String(rest))) }
        continue
      }
      if close > rest.startIndex { inside?.append(.text(String(rest[..<close]))) }
      guard let inside, !inside.isEmpty else { return nil }
      return KeyTemplate(parts: inside)
    }
    return nil
  }
}
