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
  /// The first file of each type.
  private var typePaths: [String: String] = [:]
  /// The methods of each file that others may be written inside of, with their owners.
  private var methods: [String: [(lines: ClosedRange<Int>, owner: Owner)]] = [:]
  /// The owners of those that run or load a script, by its SHA1.
  private var runners: [String: [Owner]] = [:]
  /// The functions that do, by its SHA1, in the order of the source.
  private var functions: [String: [(owner: Owner, function: FunctionKey)]] = [:]
  /// How many scripts each of these runs.
  private var scriptCounts: [Owner: Int] = [:]
  /// Those that run some script, by file.
  private var runningOwners: [String: Set<Owner>] = [:]

  init(_ report: ScanReport) {
    self.report = report
    for node in report.callGraph.functions {
      guard let type = OwnerIndex.type(of: node) else { continue }
      let key = OwnerIndex.typeKey(type, node)
      let path = node.type?.place.path ?? node.place.path
      typePaths[key] = min(typePaths[key] ?? path, path)
    }
    for node in report.callGraph.functions where node.endLine > node.place.line {
      guard OwnerIndex.type(of: node) != nil else { continue }
      methods[node.place.path, default: []].append((node.place.line...node.endLine, owner(of: node)))
    }
    // A script in a file is known by its path.
    let called = Dictionary(
      report.scripts.flatMap { script in script.calledFrom.map { ($0, [script.sha1 ?? ""]) } }
        + report.scriptFiles.flatMap { file in file.calledFrom.map { ($0, [file.place.path]) } }, uniquingKeysWith: +)
    for operation in report.operations where !operation.isInScript {
      let scripts = (called[operation.place] ?? []) + (operation.script.map { [$0] } ?? [])
      guard !scripts.isEmpty else { continue }
      let owner = self.owner(of: operation)
      runningOwners[operation.place.path, default: []].insert(owner)
      for script in scripts where runners[script]?.contains(owner) != true {
        runners[script, default: []].append(owner)
        scriptCounts[owner, default: 0] += 1
      }
      for script in scripts where functions[script]?.contains(where: { $0.function == FunctionKey(operation) }) != true
      {
        functions[script, default: []].append((owner, FunctionKey(operation)))
      }
    }
  }

  /// The functions that run or load a script, with their owners.
  func runningFunctions(of script: String) -> [(owner: Owner, function: FunctionKey)] { functions[script] ?? [] }

  /// The owner of a function of the call graph.
  func owner(of node: FunctionNode) -> Owner {
    guard let type = OwnerIndex.type(of: node) else {
      if let around = methods[node.place.path]?.last(where: { $0.lines.contains(node.place.line) }) {
        return Owner(path: around.owner.path, type: around.owner.type, context: node.context)
      }
      return Owner(path: node.place.path, type: nil, context: node.context)
    }
    return Owner(path: typePaths[OwnerIndex.typeKey(type, node)] ?? node.place.path, type: type, context: node.context)
  }

  /// The owners of an operation: those who run it, when it stands in a script.
  func owners(of operation: Operation) -> [Owner] {
    guard operation.isInScript else { return [owner(of: operation)] }
    if let owners = runners[operation.script ?? operation.place.path] {
      let same = owners.filter { $0.context == operation.context }
      return mostRunning(same.isEmpty ? owners : same)
    }
    // A script that stands in the code of the only type that runs some is one of its scripts.
    if let owners = runningOwners[operation.place.path], owners.count == 1 { return Array(owners) }
    let path = operation.place.path
    return [
      Owner(path: operation.language == .lua ? OwnerIndex.folder(path) : path, type: nil, context: operation.context)
    ]
  }

  /// Of several who run a script those that run scripts at all, and not one of another's now and then.
  private func mostRunning(_ owners: [Owner]) -> [Owner] {
    let most = owners.map { scriptCounts[$0] ?? 0 }.max() ?? 0
    return owners.filter { 2 * (scriptCounts[$0] ?? 0) >= most }
  }

  private func owner(of operation: Operation) -> Owner {
    let functions = report.callGraph.functions
    guard let number = operation.functionNumber, functions.indices.contains(number) else {
      return Owner(
        path: operation.place.path, type: OwnerIndex.typeName(operation.function), context: operation.context)
    }
    let owner = owner(of: functions[number])
    return Owner(path: owner.path, type: owner.type, context: operation.context)
  }

  /// The type that a function belongs to: its own, or the one before the dot of a method that stands apart from it.
  static func type(of node: FunctionNode) -> String? {
    if let type = node.type { return type.name }
    return node.language == .go ? typeName(node.name) : nil
  }

  /// Types that are written in several places are one: of a folder in Go, of a module in Swift.
  private static func typeKey(_ type: String, _ node: FunctionNode) -> String {
    switch node.language {
    case .go: "\(folder(node.place.path)) \(type)"
    case .swift: "\(node.place.path.split(separator: "/").prefix(2).dropLast().joined(separator: "/")) \(type)"
    default: "\(node.type?.place.path ?? node.place.path) \(type)"
    }
  }

  private static func folder(_ path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// `Queue` of `Queue.add`.
  private static func typeName(_ function: String?) -> String? {
    guard let function, let dot = function.firstIndex(of: ".") else { return nil }
    return String(function[..<dot])
  }
}
