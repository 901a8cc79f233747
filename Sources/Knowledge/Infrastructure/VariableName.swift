import InventoryModel

/// The name of a variable, setting or argument, by its parts.
package struct VariableName: Sendable {
  /// Whether it speaks of one of the servers.
  package let isOfInterest: Bool
  /// Whether its value is a password.
  package let isSecret: Bool
  /// Whether a word for passwords is any part of it: its value is not shown, though it need not be one.
  package let namesSecret: Bool
  /// Whether its value is not shown for any other reason.
  package let isHidden: Bool
  /// Whether its value is an address or a part of one.
  package let isAddressPart: Bool

  package init(_ name: some StringProtocol, _ names: InfrastructureVocabulary.VariableNames) {
    let parts = VariableName.parts(of: name)
    isOfInterest = parts.contains(where: names.words.contains)
    isSecret = parts.last.map(names.secret.contains) ?? false
    namesSecret = parts.contains { names.secret.contains($0) || names.secret.contains(String($0.dropLast())) }
    isHidden = namesSecret || parts.last.map(names.hidden.contains) ?? false
    isAddressPart = parts.contains(where: names.address.contains)
  }

  /// `redisMasterURL`, `redis.master-url` and `REDIS_MASTER_URL` have the same parts.
  private static func parts(of name: some StringProtocol) -> [String] {
    NameWords.split(String(name)).map { $0.uppercased() }
  }
}

extension InfrastructureVocabulary.VariableNames {
  /// Whether a text in the place of a password is one, and not what stands for one: a file, a reference to a store, a word
  /// to be replaced.
  ///
  /// - Parameter text: without quotes, with `{}` for each part that something else fills in.
  package func isPassword(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && !text.contains("{}") && !text.contains("__") && !text.hasPrefix("<") && !text.hasPrefix("/")
      && !text.hasPrefix("vault:") && !Self.isFormat(text) && !placeholders.contains(text.lowercased())
  }

  /// `%s` and `%(name)s`, which are filled in; `%40` is how an address writes `@`.
  private static func isFormat(_ text: some StringProtocol) -> Bool {
    text.hasPrefix("%") && !(text.dropFirst().prefix(2).filter(\.isHexDigit).count == 2)
  }
}
