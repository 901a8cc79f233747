/// Why a text is not a YAML document that we accept.
package struct YAMLError: Error, Hashable, CustomStringConvertible {
  /// The file, as the caller named it.
  package let file: String

  /// Where reading stopped.
  package let position: YAMLPosition

  /// What is wrong.
  package let message: String

  package init(file: String, position: YAMLPosition, message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  package var description: String { "\(file):\(position.line):\(position.column): \(message)" }
}
