/// Something that plans of a move take for granted, from `Rules/Assumptions.yml`.
package struct AssumptionRule: Sendable, Hashable {
  package var says: String
  /// Commands, also the first words of them, of which no production code may send one.
  package var commands: Set<String> = []
  package var check: Check?

  /// What more than commands tells.
  package enum Check: String, Sendable, Hashable, CaseIterable {
    /// No command of a module.
    case modules
    /// Nothing that needs RESP3.
    case resp3
    /// More than one part can be moved by itself.
    case apart
    /// No database but the first.
    case databases
    /// Every command is known.
    case known
    /// Code and settings read the address of a server from the same variables in the same order.
    case precedence
  }

  package init(says: String) { self.says = says }
}
