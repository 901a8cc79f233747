import InventoryModel

/// Who reaches an operation.
enum Reach: Hashable {
  /// Code that is no test, or may be: something handed around as a value.
  case production
  /// Tests alone; one of their calls.
  case testsOnly(SourcePlace)
  /// Nothing in the scanned code calls it: an entry point, or what others use.
  case entry
}

extension ReportIndex {
  /// Follows the callers of an operation's function up to where nobody calls.
  func reach(of operation: Operation) -> Reach {
    guard let start = operation.functionNumber else { return .entry }
    var pending = [start]
    var seen: Set<Int> = [start]
    var test: SourcePlace?
    while let number = pending.popLast() {
      let node = functions[number]
      if node.isUsedAsValue || !node.decorators.filter({ !Self.harmless.contains($0) }).isEmpty { return .production }
      if node.callers.isEmpty, number != start || node.name == nil { return .production }
      for caller in node.callers {
        if functions[caller.function].context == .test {
          test = test ?? caller.place
        } else if seen.insert(caller.function).inserted {
          pending.append(caller.function)
        }
      }
    }
    return test.map { .testsOnly($0) } ?? .entry
  }

  /// A finding at a command that has no place in production; where only tests come by it, it says so, and is a warning.
  func finding(of rule: String, at operation: Operation, message: String) -> Finding {
    guard operation.context == .production, case .testsOnly(let caller) = reach(of: operation) else {
      return Finding(of: rule, at: operation, message: message)
    }
    return Finding(
      of: rule, at: operation, message: message + " (of the scanned code, only tests reach it)", severity: .warning,
      notes: [Evidence(place: caller, what: "called by a test")])
  }

  /// Decorators that hand a function to nobody.
  private static let harmless: Set<String> = ["staticmethod", "classmethod", "property", "abstractmethod", "override"]
}
