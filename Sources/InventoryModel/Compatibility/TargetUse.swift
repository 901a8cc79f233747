/// A use that a target refuses, limits or does otherwise.
package struct TargetUse: Sendable, Hashable {
  package var place: SourcePlace
  /// As it goes over the wire; of a library's own composition, the command that it sends.
  package var command: String
  /// What it stands for in the source, where that is something else: `LOCK* of python-redis-lock`.
  package var via: String?
  package var keys: [String]
  /// Template of the channel.
  package var channel: String?
  package var function: String?
  package var context: FileContext
  package var confidence: Confidence
  package var effect: Effect
  /// What the target does, in the words of the source.
  package var fact: String
  /// The rule of the target, where it is not about the command alone.
  package var rule: String?
  package var source: String
  /// How the source knows.
  package var basis: String?
  package var wayOut: String?
  /// Whether the way out works on the same target.
  package var staysOnTarget: Bool
  /// Where its errors are handled, when that is at the call.
  package var handledAt: SourcePlace?

  /// What the target does to a use; ordered from harmless to bad.
  package enum Effect: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Works, and there is something to know.
    case notes
    /// The source does not say.
    case unstated
    /// Works in part, under a condition or with a setting.
    case limits
    /// Is refused.
    case blocks

    private var rank: Int { Effect.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Effect, right: Effect) -> Bool { left.rank < right.rank }
  }

  package init(
    place: SourcePlace, command: String, via: String? = nil, keys: [String] = [], channel: String? = nil,
    function: String? = nil, context: FileContext = .production, confidence: Confidence = .certain, effect: Effect,
    fact: String, rule: String? = nil, source: String, basis: String? = nil, wayOut: String? = nil,
    staysOnTarget: Bool = false, handledAt: SourcePlace? = nil
  ) {
    self.place = place
    self.command = command
    self.via = via
    self.keys = keys
    self.channel = channel
    self.function = function
    self.context = context
    self.confidence = confidence
    self.effect = effect
    self.fact = fact
    self.rule = rule
    self.source = source
    self.basis = basis
    self.wayOut = wayOut
    self.staysOnTarget = staysOnTarget
    self.handledAt = handledAt
  }
}

extension TargetUse: Comparable {
  package static func < (left: TargetUse, right: TargetUse) -> Bool {
    guard left.place == right.place else { return left.place < right.place }
    return (left.command, left.via ?? "", left.fact) < (right.command, right.via ?? "", right.fact)
  }
}

extension TargetAssessment {
  /// The uses as findings of two rules, for reporters of findings.
  package var findings: [Finding] {
    uses.compactMap { use in
      guard use.effect >= .limits else { return nil }
      let subject = ([name, use.command] + use.keys + [use.channel].compactMap { $0 }).joined(separator: " ")
      return Finding(
        rule: use.effect == .blocks ? "refused-by-target" : "limited-by-target",
        severity: use.effect == .blocks ? .error : .warning, place: use.place, message: message(of: use),
        function: use.function, subject: subject, context: use.context, confidence: use.confidence)
    }
  }

  private func message(of use: TargetUse) -> String {
    let what = use.via.map { "\(use.command), which \($0) sends," } ?? use.command
    let verb = use.effect == .blocks ? "is refused by" : "is limited on"
    let wayOut = use.wayOut.map { "; instead: \($0)" } ?? ""
    return "\(what) \(verb) \(title): \(use.fact)\(wayOut)"
  }
}
