package import InventoryModel

/// What a check looks for, and what makes it fail: command line over file over default.
package struct LintSettings: Sendable {
  /// Rules to look for; nil for all.
  package var select: Set<String>?
  package var ignore: Set<String> = []
  /// Severities other than those of the pages.
  package var severities: [String: Severity] = [:]
  /// Findings from here up fail the check; nil: none does.
  package var threshold: Severity? = .warning
  /// Nil: inferred findings are shown, and do not fail.
  package var minimumConfidence: Confidence?
  /// Contexts whose findings count.
  package var contexts: Set<FileContext> = [.production]
  /// Whether a comment that allows something must say why.
  package var requiresReasons = true
  /// Whether a check fails on entries of the baseline that nothing meets any more.
  package var failsOnStaleBaseline = false
  /// Licences under which servers are meant to run; nil: those of the table.
  package var licences: Set<String>?
  /// In the order in which they are tried: the first that speaks of a rule decides.
  package var overrides: [Override] = []

  /// Levels of rules in some files.
  package struct Override: Sendable {
    package var files: GlobSet
    /// Nil as a level: off.
    package var levels: [String: Severity?]

    package init(files: GlobSet, levels: [String: Severity?]) {
      self.files = files
      self.levels = levels
    }
  }

  package init() {}

  /// Whether a rule can be broken anywhere, as far as the settings go.
  package func looksFor(_ rule: String) -> Bool {
    guard select?.contains(rule) ?? true else { return false }
    return !ignore.contains(rule) || overrides.contains { $0.levels[rule].map { $0 != nil } ?? false }
  }

  /// The severity of a rule in a file: what the nearest override says, or else the settings, or else its page; nil when
  /// it is off.
  package func severity(of rule: Rule, in path: String) -> Severity? {
    for override in overrides {
      if let level = override.levels[rule.id], override.files.matches(path) { return level }
    }
    return ignore.contains(rule.id) ? nil : severities[rule.id] ?? rule.severity
  }
}

extension LintSettings {
  /// Puts together what the command line and the files say.
  ///
  /// - Parameters:
  ///   - root: the scanned root, absolute.
  ///   - rules: the ids of all rules.
  package init(
    commandLine: LintOptions, file: ConfigurationFile?, root: String, rules: [String]
  ) throws(LintSettingsError) {
    self.init()
    let files = file?.chain ?? []
    let all = [commandLine] + files.map(\.options.lint)
    for name in all.flatMap(\.names) where !rules.contains(name.name) {
      throw .unknownRule(name, hint: NearestName.hint(for: name.name, in: rules))
    }
    select = all.lazy.compactMap(\.select).first.map { Set($0.map(\.name)) }
    ignore = Set(all.flatMap(\.ignore).map(\.name))
    for level in all.reversed().flatMap(\.levels) {
      severities[level.rule.name] = level.severity
      if level.severity == nil { ignore.insert(level.rule.name) } else { ignore.remove(level.rule.name) }
    }
    ignore.subtract((commandLine.select ?? []).map(\.name))
    ignore.formUnion(commandLine.ignore.map(\.name))
    if let threshold = all.lazy.compactMap(\.threshold).first {
      self.threshold = if case .severity(let severity) = threshold { severity } else { nil }
    }
    minimumConfidence = all.lazy.compactMap(\.minimumConfidence).first
    contexts = all.lazy.compactMap(\.contexts).first ?? contexts
    requiresReasons = all.lazy.compactMap(\.requiresReasons).first ?? requiresReasons
    licences = all.lazy.compactMap(\.licences).first
    failsOnStaleBaseline = all.lazy.compactMap(\.failsOnStaleBaseline).first ?? failsOnStaleBaseline
    do throws(GlobError) {
      for file in files {
        let base = Configuration.base(of: root, below: file)
        for override in file.options.lint.overrides.reversed() {
          let levels = override.levels.map { ($0.rule.name, $0.severity) }
          overrides.append(
            Override(
              files: try GlobSet(override.paths, base: base),
              levels: Dictionary(levels, uniquingKeysWith: { _, last in last })))
        }
      }
    } catch {
      throw .badPattern(error)
    }
  }
}

extension LintOptions {
  /// All rules that are named, in the order of the fields.
  fileprivate var names: [PlacedName] {
    (select ?? []) + ignore + levels.map(\.rule) + overrides.flatMap { $0.levels.map(\.rule) }
  }
}

/// Why settings of a check cannot be used.
package enum LintSettingsError: Error, Hashable, CustomStringConvertible {
  case unknownRule(PlacedName, hint: String)
  case badPattern(GlobError)

  package var description: String {
    switch self {
    case .unknownRule(let name, let hint):
      let place = name.place.map { "\($0): " } ?? ""
      let list = hint.isEmpty ? " ('redis-inventory rules' lists them)" : ""
      return "\(place)unknown rule '\(name.name)'\(hint)\(list)"
    case .badPattern(let error): return error.description
    }
  }
}
