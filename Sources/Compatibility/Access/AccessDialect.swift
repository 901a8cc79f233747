import Knowledge

/// What the rules of a server can say.
struct AccessDialect {
  /// Whether reading and writing keys are rights apart: `%R~`.
  var tellsReadsApart = true
  /// Whether channels have patterns: `&`.
  var namesChannels = true

  init(_ target: TargetStack?, options: [OptionFact]) {
    guard let (product, version) = target?.server else { return }
    func has(_ option: String) -> Bool {
      let fact = options.first { $0.command == "ACL SETUSER" && $0.name == option }
      return fact?.since(product).map { $0 <= version } ?? true
    }
    tellsReadsApart = has("selectors and key permissions")
    namesChannels = has("pub/sub channel patterns")
  }
}
