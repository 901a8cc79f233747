import InventoryModel

/// What operations belong to: a type, or the functions of a file that have none.
struct Owner: Hashable, Comparable {
  /// Where the type is declared, as far as that is known.
  let path: String
  let type: String?
  let context: FileContext

  static func < (left: Owner, right: Owner) -> Bool {
    (left.path, left.type ?? "", left.context.rawValue) < (right.path, right.type ?? "", right.context.rawValue)
  }
}

/// Finds the owners of operations.
struct OwnerIndex {
  private let report: ScanReport
  /// The owners of those that run or load a script, by its SHA1.
  private var runners: [String: [Owner]] = [:]

  init(_ report: ScanReport) {
    self.report = report
    for operation in report.operations {
      guard let script = operation.script, operation.library != OwnerIndex.engine else { continue }
      let owner = self.owner(of: operation)
      if runners[script]?.contains(owner) != true { runners[script, default: []].append(owner) }
    }
  }

  /// The library that a script's own operations are of.
  static let engine = "redis-engine"

  /// The owners of an operation: those who run it, when it stands in a script.
  func owners(of operation: Operation) -> [Owner] {
    if operation.library == OwnerIndex.engine, let script = operation.script, let owners = runners[script] {
      let same = owners.filter { $0.context == operation.context }
      return same.isEmpty ? owners : same
    }
    return [owner(of: operation)]
  }

  private func owner(of operation: Operation) -> Owner {
    if let number = operation.functionNumber, report.callGraph.functions.indices.contains(number) {
      if let type = report.callGraph.functions[number].type {
        return Owner(path: type.place.path, type: type.name, context: operation.context)
      }
      return Owner(path: operation.place.path, type: nil, context: operation.context)
    }
    return Owner(
      path: operation.place.path, type: OwnerIndex.typeName(operation.function), context: operation.context)
  }

  /// `Queue` of `Queue.add`.
  private static func typeName(_ function: String?) -> String? {
    guard let function, let dot = function.firstIndex(of: ".") else { return nil }
    return String(function[..<dot])
  }
}
