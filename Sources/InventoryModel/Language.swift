/// A source language that a front end reads.
package enum Language: String, Sendable, Hashable, CaseIterable, Comparable {
  case go, javascript, lua, python, swift, typescript

  /// The language whose client tables and conventions apply: TypeScript shares JavaScript's.
  package var family: Language { self == .typescript ? .javascript : self }

  package static func < (left: Language, right: Language) -> Bool {
    left.rawValue < right.rawValue
  }
}
