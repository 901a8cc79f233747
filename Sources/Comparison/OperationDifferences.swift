import InventoryModel

/// What two states of one operation differ in, but for where in the file it stands.
struct OperationDifferences {
  private let before: Operation
  private let after: Operation

  init(before: Operation, after: Operation) {
    self.before = before
    self.after = after
  }

  /// As a review reads them: `ttl 3600 s → 60 s`.
  var list: [String] {
    var list: [String] = []
    func compare(_ what: String, _ value: (Operation) -> String) {
      let (old, new) = (value(before), value(after))
      if old != new { list.append("\(what) \(old) → \(new)") }
    }
    compare("file", \.place.path)
    compare("function") { $0.function ?? "none" }
    compare("key") { OperationDifferences.names($0.keyTemplates) }
    compare("channel") { $0.channel ?? "none" }
    compare("ttl", OperationDifferences.timeToLive)
    compare("options") { OperationDifferences.names($0.options) }
    compare("script") { $0.script.map { String($0.prefix(12)) } ?? "none" }
    compare("connection") { OperationDifferences.names($0.connections) }
    compare("context", \.context.rawValue)
    compare("errors handled") { OperationDifferences.word(for: $0.errorHandling.handled) }
    compare("in a loop") { $0.inLoop ? "yes" : "no" }
    compare("in a pipeline") { $0.inPipeline ? "yes" : "no" }
    compare("in a transaction") { $0.inTransaction ? "yes" : "no" }
    compare("library", \.library)
    return list
  }

  private static func names(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }

  private static func timeToLive(_ operation: Operation) -> String {
    guard let seconds = operation.ttlSeconds else { return operation.setsTTL ? "known at run time" : "none" }
    return "\(Int(exactly: seconds).map(String.init) ?? seconds.description) s"
  }

  private static func word(for handled: ErrorHandling.Handled) -> String {
    switch handled {
    case .inPlace: "in place"
    case .byCaller: "by a caller"
    case .nowhere: "nowhere"
    case .unknown: "unknown"
    }
  }
}
