import InventoryModel

/// Whether each script has tests that run it, in every language that sends it to a server.
struct ScriptCriterion {
  private let input: GateInput
  private let mocks: MockSearch
  private let functions: [FunctionNode]

  init(_ input: GateInput) {
    self.input = input
    mocks = MockSearch(sources: input.tests)
    functions = input.report.callGraph.functions
  }

  var items: [Criterion.Item] {
    let scripts = input.report.scripts.filter { $0.context == .production }
    var items = scripts.flatMap(self.items(of:))
    items += input.scriptFiles.sorted().map(item(ofFile:))
    return items.isEmpty ? [Criterion.Item(.met, "production code has no Lua scripts")] : items
  }

  private func items(of script: ScriptRecord) -> [Criterion.Item] {
    let name = script.sha1.map { String($0.prefix(12)) } ?? script.place.path
    let runs = input.report.operations.filter { operation in
      guard !operation.isInScript else { return false }
      return script.sha1.map { operation.script == $0 } ?? false || script.calledFrom.contains(operation.place)
    }
    let sides = Set(runs.filter { $0.context == .production }.map(\.language.family))
    guard !sides.isEmpty else {
      return [Criterion.Item(.needsAttestation, "script \(code: name): nothing in the tree runs it", at: script.place)]
    }
    return sides.sorted { $0.rawValue < $1.rawValue }.map { side in
      judge("script \(name)", runs: runs.filter { $0.language.family == side }, side: side, at: script.place)
    }
  }

  /// A script of which nothing is seen that sends it: any test that runs some script and names the file may be its own.
  private func item(ofFile path: String) -> Criterion.Item {
    let place = SourcePlace(path: path, line: 1, column: 1)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.hasSuffix(".lua") ? String(file.dropLast(4)) : file
    let runs = input.report.operations.filter { $0.runsScript && $0.script == nil }
    let tests = self.tests(reaching: runs).filter { test in
      let text = input.tests[test.path] ?? ""
      return text.contains(file) || TextSearch.holds(stem, in: text)
    }
    if let test = tests.first(where: { $0.mock == nil }) {
      return Criterion.Item(.met, "script \(code: path): \(code: test.name) runs it", at: test.place)
    }
    if let test = tests.first, let mock = test.mock {
      return Criterion.Item(
        .notMet, "script \(code: path): \(code: test.name) mocks the server: \(code: mock)", at: place)
    }
    return Criterion.Item(
      .needsAttestation, "script \(code: path): the source does not tell which calls, and so which tests, run it",
      at: place)
  }

  private func judge(_ name: String, runs: [Operation], side: Language, at place: SourcePlace) -> Criterion.Item {
    let tests = self.tests(reaching: runs)
    if let test = tests.first(where: { $0.mock == nil }) {
      return Criterion.Item(.met, "\(name) in \(side.rawValue): \(code: test.name) runs it", at: test.place)
    }
    guard let test = tests.first, let mock = test.mock else {
      return Criterion.Item(.notMet, "\(name) in \(side.rawValue): no test runs it", at: place)
    }
    return Criterion.Item(
      .notMet, "\(name) in \(side.rawValue): \(code: test.name) mocks the server: \(code: mock)", at: test.place)
  }

  private struct Test {
    let name: String
    let path: String
    let place: SourcePlace
    /// The line by which it runs against something that is no server.
    let mock: String?
  }

  /// The tests that do one of the operations, themselves or through calls; sorted by place.
  private func tests(reaching operations: [Operation]) -> [Test] {
    var reached = Set(operations.compactMap(\.functionNumber))
    var pending = Array(reached)
    while let next = pending.popLast() {
      for caller in functions[next].callers where reached.insert(caller.function).inserted {
        pending.append(caller.function)
      }
    }
    let receivers = Set(operations.compactMap(\.receiver).compactMap { $0.split(separator: ".").last.map(String.init) })
    let tests = reached.sorted().map { functions[$0] }.filter { $0.context == .test && !$0.isSkipped }
    return tests.map { node in
      Test(
        name: node.name ?? node.place.path, path: node.place.path, place: node.place,
        mock: mocks.mock(in: node, receivers: receivers))
    }
  }
}

extension FunctionNode {
  /// Whether it is a test that never runs.
  fileprivate var isSkipped: Bool {
    decorators.contains { $0.hasSuffix("skip") || $0.hasSuffix("xfail") }
  }
}
