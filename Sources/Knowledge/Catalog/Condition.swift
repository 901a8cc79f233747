package import InventoryModel

/// What a rule's `where` can ask of an operation. A rule that needs more than this names a check.
package enum Condition: Sendable, Hashable {
  case command(Set<String>)
  /// What servers count the command to: `hash`, `stream`, `json`.
  case group(Set<String>)
  /// A flag that servers publish of the command: `write`, `blocking`.
  case flag(Set<String>)
  case language(Set<Language>)
  case library(Set<String>)
  case role(Set<String>)
  case context(Set<FileContext>)
  /// An option that it has: `NX`.
  case option(Set<String>)
  /// Options of which it has none.
  case withoutOption(Set<String>)
  case errors(Set<ErrorHandling.Handled>)
  case inLoop(Bool)
  case inPipeline(Bool)
  case inTransaction(Bool)
  /// Whether it sets a time to live.
  case expiry(Bool)

  /// The names of the conditions in a page.
  package enum Name: String, CaseIterable, Sendable {
    case command, group, flag, language, library, role, context, option, withoutOption, errors
    case inLoop, inPipeline, inTransaction, expiry
  }

  /// Whether an operation, whose command's row is given where there is one, satisfies the condition.
  package func holds(for operation: Operation, command: Command?) -> Bool {
    switch self {
    case .command(let names): names.contains(operation.command)
    case .group(let groups): operation.group.map(groups.contains) ?? false
    case .flag(let flags): command.map { !$0.flags.isDisjoint(with: flags) } ?? false
    case .language(let languages): languages.contains(operation.language)
    case .library(let libraries): libraries.contains(operation.library)
    case .role(let roles): roles.contains(operation.role)
    case .context(let contexts): contexts.contains(operation.context)
    case .option(let options): !options.isDisjoint(with: operation.options)
    case .withoutOption(let options): options.isDisjoint(with: operation.options)
    case .errors(let handled): handled.contains(operation.errorHandling.handled)
    case .inLoop(let expected): operation.inLoop == expected
    case .inPipeline(let expected): operation.inPipeline == expected
    case .inTransaction(let expected): operation.inTransaction == expected
    case .expiry(let expected): operation.setsTTL == expected
    }
  }
}
