import InventoryModel

/// A string as far as it is known: text with the places it stands at, and holes for run-time parts.
struct Template: Hashable {
  var parts: [Part]

  enum Part: Hashable {
    case text(String, Place)
    case hole
  }

  static let hole = Template(parts: [.hole])

  /// The whole text, when there is no hole.
  var staticText: String? {
    var text = ""
    for part in parts {
      guard case .text(let piece, _) = part else { return nil }
      text += piece
    }
    return text
  }

  var isOnlyHoles: Bool {
    parts.allSatisfy { part in
      switch part {
      case .hole: true
      case .text(let text, _): text.isEmpty
      }
    }
  }

  /// Whether it has both text and run-time parts.
  var isMixed: Bool { parts.contains(.hole) && !isOnlyHoles }

  /// As reports show it: `{}` for each run-time part.
  var rendered: String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece, _): text += piece
      case .hole: text += "{}"
      }
    }
    return text
  }

  /// Without the separators at its ends, which cutting a string with known text is taken to be for.
  var withoutMargin: Template {
    let separators: Set<Character> = ["/", ":"]
    var trimmed = self
    if case .text(let text, let place)? = parts.first, let first = text.first, separators.contains(first) {
      trimmed.parts[0] = .text(String(text.dropFirst()), place)
    } else if case .text(let text, let place)? = parts.last, let last = text.last, separators.contains(last) {
      trimmed.parts[parts.count - 1] = .text(String(text.dropLast()), place)
    }
    return trimmed
  }

  /// With a run-time part for each `*`.
  var withoutWildcards: Template {
    Template(
      parts: parts.flatMap { part -> [Part] in
        guard case .text(let text, let place) = part, text.contains("*") else { return [part] }
        let pieces = text.split(separator: "*", omittingEmptySubsequences: false)
        return pieces.enumerated().flatMap { index, piece -> [Part] in
          let own: [Part] = piece.isEmpty ? [] : [.text(String(piece), place)]
          return index == 0 ? own : [.hole] + own
        }
      })
  }

  /// With a word in its text replaced.
  func replacing(_ word: String, with replacement: Template) -> Template {
    Template(
      parts: parts.flatMap { part -> [Part] in
        guard case .text(let text, let place) = part else { return [part] }
        let pieces = text.split(separator: word, omittingEmptySubsequences: false)
        return pieces.enumerated().flatMap { index, piece -> [Part] in
          let own: [Part] = piece.isEmpty ? [] : [.text(String(piece), place)]
          return index == 0 ? own : replacement.parts + own
        }
      })
  }

  static func + (left: Template, right: Template) -> Template {
    Template(parts: left.parts + right.parts)
  }

  static func text(_ text: String, at place: Place) -> Template {
    Template(parts: [.text(text, place)])
  }
}
