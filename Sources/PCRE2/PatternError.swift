/// Why a regular expression cannot be used.
package struct PatternError: Error, Hashable, CustomStringConvertible {
  /// The regular expression.
  package let regex: String

  /// The offset in the regular expression, in bytes, where reading it stopped.
  package let offset: Int

  /// What is wrong.
  package let message: String

  package var description: String { "regular expression '\(regex)', byte \(offset): \(message)" }
}
