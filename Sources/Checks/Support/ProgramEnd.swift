import InventoryModel

extension FunctionNode {
  /// Where the branch that looks at an operation's error ends the program.
  func end(onErrorOf operation: Operation) -> SourcePlace? {
    guard operation.errorHandling.handled == .inPlace, let check = operation.errorHandling.place else { return nil }
    return steps.first { step in
      guard case .call(let call) = step.kind, call.endsProgram else { return false }
      return ancestry(of: step.region).contains { number in
        regions[number].kind == .branch && regions[number].place?.line == check.line
      }
    }?.place
  }
}

extension CodeCall {
  /// Whether it prints its words and ends the program: `log.Fatal(err)`.
  fileprivate var endsProgram: Bool {
    name == "panic"
      || Words.has(name.split(separator: ".").last.map(String.init), ["fatal", "fatalf", "fatalln", "panic", "panicf"])
  }
}
