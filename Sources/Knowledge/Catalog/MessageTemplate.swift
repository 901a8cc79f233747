package import InventoryModel

/// The message of a rule with `where`: text with `{command}`, `{key}` and other facts of the operation.
package struct MessageTemplate: Sendable, Hashable {
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case text(String)
    case fact(Fact)
  }

  /// What may stand in braces.
  package enum Fact: String, Sendable, CaseIterable {
    case command, key, library, function
  }

  /// The template, or the name in braces that means nothing.
  static func read(_ text: String) -> Result<MessageTemplate, UnknownFact> {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      guard let fact = Fact(rawValue: name) else { return .failure(UnknownFact(name: name)) }
      parts += [.text(String(rest[..<open])), .fact(fact)]
      rest = rest[rest.index(after: close)...]
    }
    return .success(MessageTemplate(parts: parts + [.text(String(rest))]))
  }

  struct UnknownFact: Error {
    let name: String
  }

  /// The message for an operation.
  package func text(for operation: Operation) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .fact(.command): operation.command
      case .fact(.key): operation.object ?? "{}"
      case .fact(.library): operation.library
      case .fact(.function): operation.function ?? "the top level of the file"
      }
    }.joined()
  }
}

extension Operation {
  /// What it works on, as far as the source tells: its first key, its channel, or else its first argument.
  package var object: String? {
    // What follows AUTH is a password.
    command == "AUTH" ? nil : key ?? channel ?? arguments.first ?? nil
  }

  /// The command and what it works on: the normal form of a finding's subject.
  package var subject: String { [command, object].compactMap(\.self).joined(separator: " ") }
}
