package import InventoryModel

/// What somebody asked of a check, in a configuration file or on the command line; nil and empty: not said.
package struct LintOptions: Sendable, Hashable {
  package var select: [PlacedName]?
  package var ignore: [PlacedName] = []
  package var levels: [RuleLevel] = []
  package var threshold: Threshold?
  package var minimumConfidence: Confidence?
  package var contexts: Set<FileContext>?
  package var requiresReasons: Bool?
  package var baseline: BaselineChoice?
  package var failsOnStaleBaseline: Bool?
  /// Licences under which servers are meant to run.
  package var licences: Set<String>?
  /// In the order written; later ones win.
  package var overrides: [Override] = []

  package init() {}

  /// What fails a check.
  package enum Threshold: Sendable, Hashable {
    case severity(Severity)
    case never

    /// As it is written.
    package init?(_ text: String) {
      if text == "never" {
        self = .never
      } else if let severity = Severity(rawValue: text) {
        self = .severity(severity)
      } else {
        return nil
      }
    }

    /// All texts that are one.
    package static let names = Severity.allCases.reversed().map(\.rawValue) + ["never"]
  }

  /// The severity of a rule; nil: it is off.
  package struct RuleLevel: Sendable, Hashable {
    package var rule: PlacedName
    package var severity: Severity?
  }

  package enum BaselineChoice: Sendable, Hashable {
    case file(String)
    case none
  }

  /// What holds for some files.
  package struct Override: Sendable, Hashable {
    package var paths: [String]
    package var levels: [RuleLevel]
  }
}

/// A name, and where somebody wrote it.
package struct PlacedName: Sendable, Hashable {
  package var name: String
  /// `redis-inventory.yml:3:5`; nil for the command line.
  package var place: String?

  package init(_ name: String, place: String? = nil) {
    self.name = name
    self.place = place
  }
}
