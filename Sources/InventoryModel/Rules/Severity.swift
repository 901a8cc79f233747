/// How much a finding matters; ordered.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing; nobody is wrong to leave it.
  case advice
  /// Breaks under conditions that the source does not exclude.
  case warning
  /// Breaks, or is forbidden.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .advice: 0
    case .warning: 1
    case .error: 2
    }
  }
}
