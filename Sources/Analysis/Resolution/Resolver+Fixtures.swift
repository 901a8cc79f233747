import InventoryModel
import Knowledge

/// Functions whose result goes to the parameters of their name: pytest's fixtures.
extension Resolver {
  /// Gives parameters of tests and fixtures what the fixture of their name makes; whether something new was given.
  mutating func injectFixtures() -> Bool {
    let fixtures = fixtures()
    guard fixtures != injected.fixtures || fixtureReaders.count > injected.readers else { return false }
    injected = (fixtures, fixtureReaders.count)
    let before = graph.valueCount
    for fixture in Set(fixtures.values.joined()).sorted() { giveParameters(of: fixture) }
    for number in fixtureReaders {
      let function = functions[Int(number)]
      guard let file = files[function.file] else { continue }
      for parameter in file[function.id].parameters {
        guard let symbol = parameter.symbol,
          let fixture = nearest(fixtures[parameter.name] ?? [], to: function.file, except: number)
        else { continue }
        give(fixture, to: file.node(symbol))
      }
    }
    return graph.valueCount > before
  }

  /// Notes a function of Python that may be a fixture, or that may ask for one.
  mutating func noteFixture(_ function: FunctionDeclaration, _ number: Int32, in file: LoweredFile) {
    if !function.decorators.isEmpty { decoratedFunctions.append(number) }
    guard (contexts[file.number] ?? .production) != .production, !function.parameters.isEmpty,
      function.name.hasPrefix("test") || !function.decorators.isEmpty
    else { return }
    fixtureReaders.append(number)
  }

  private mutating func give(_ fixture: Int32, to parameter: NodeID) {
    let result = functions[Int(fixture)].result
    if let generated = containerOfNode[result] {
      flowOnce(from: containers[Int(generated)].element, to: parameter)
    } else {
      flowOnce(from: result, to: parameter)
    }
  }

  /// Gives `request.param` in a fixture each of what its decorator lists: `@pytest.fixture(params=[Memory, Store])`.
  private mutating func giveParameters(of fixture: Int32) {
    let function = functions[Int(fixture)]
    guard let file = files[function.file] else { return }
    let declaration = file[function.id]
    guard let request = declaration.parameters.first(where: { $0.name == "request" })?.symbol else { return }
    let elements = declaration.decorators.flatMap { decorator -> [ExpressionID] in
      guard case .call(_, let arguments) = file[decorator].kind,
        let given = arguments.first(where: { $0.label == "params" }),
        case .list(let elements) = file[given.value].kind
      else { return [] }
      return elements
    }
    guard !elements.isEmpty else { return }
    for index in file.expressions.indices {
      guard case .member(let base, "param") = file.expressions[index].kind,
        case .name(_, request) = file[base].kind
      else { continue }
      for element in elements { flowOnce(from: file.node(element), to: file.node(ExpressionID(index))) }
    }
  }

  /// The fixtures by the name that parameters ask for them by.
  private func fixtures() -> [String: [Int32]] {
    var found: [String: [Int32]] = [:]
    for number in decoratedFunctions {
      let function = functions[Int(number)]
      guard let file = files[function.file] else { continue }
      let declaration = file[function.id]
      for decorator in declaration.decorators {
        var callee = decorator
        var name = declaration.name
        if case .call(let target, let arguments) = file[decorator].kind {
          callee = target
          if let given = arguments.first(where: { $0.label == "name" }) {
            name = literalText(file[given.value]) ?? name
          }
        }
        let isFixture = graph.values(file.node(callee)).contains { entry in
          entry.value.kind == .external && effect(of: entry.value) == .fixture
        }
        if isFixture { found[name, default: []].append(number) }
      }
    }
    return found
  }

  /// The fixture that a file sees: its own, else that of the nearest `conftest.py` of its folder or one above.
  private func nearest(_ fixtures: [Int32], to file: Int32, except own: Int32) -> Int32? {
    var best: (fixture: Int32, depth: Int)?
    let path = tree.paths[Int(file)]
    for fixture in fixtures where fixture != own {
      let holder = functions[Int(fixture)].file
      if holder == file { return fixture }
      let (folder, name) = SourceTree.split(tree.paths[Int(holder)])
      guard name == "conftest.py", folder.isEmpty || path.hasPrefix(folder + "/") else { continue }
      if best.map({ $0.depth < folder.utf8.count }) ?? true { best = (fixture, folder.utf8.count) }
    }
    return best?.fixture
  }
}
