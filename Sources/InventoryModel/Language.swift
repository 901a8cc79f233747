/// A source language that a front end reads.
package enum Language: String, Sendable, Hashable, CaseIterable, Comparable {
  case go, javascript, lua, python, swift, typescript

  /// The language whose client tables and conventions apply: TypeScript shares JavaScript's.
  package var family: Language { self == .typescript ? .javascript : self }

  /// By its place, at half the cost of hashing the name.
  package func hash(into hasher: inout Hasher) {
    let place: UInt8 =
      switch self {
      case .go: 0
      case .javascript: 1
      case .lua: 2
      case .python: 3
      case .swift: 4
      case .typescript: 5
      }
    hasher.combine(place)
  }

  package static func < (left: Language, right: Language) -> Bool {
    left.rawValue < right.rawValue
  }
}
