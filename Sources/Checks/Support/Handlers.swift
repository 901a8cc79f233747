import InventoryModel

/// Who handles the errors of an operation, told from the regions and callers of its function.
struct Handlers {
  let index: ReportIndex

  /// What is handled.
  enum Fault {
    /// The server cannot be reached, or answers with an error.
    case any
    /// The server refuses the command.
    case denied
  }

  /// What becomes of an error.
  enum Fate: Hashable {
    /// Some way to it has a handler, at a place where one is known.
    case handled(SourcePlace?)
    /// A handler in place makes another error of it, and nothing that is known takes that.
    case translated
    /// No way has one; the functions that nobody calls are where it ends.
    case unhandled(entries: [Int])
    /// Only a command is made here, which something else sends.
    case elsewhere
  }

  /// What becomes of the errors of an operation, and where the ways to it begin that have no handler on them.
  struct Paths {
    let fate: Fate
    /// Functions; empty where the operation's own function is not known.
    var openEntries: [Int] = []
    /// Whether some handler takes errors of clients by their own name, or what such a one made of them.
    var isHandledByName = false
  }

  func fate(of fault: Fault = .any, at operation: Operation) -> Fate { paths(of: fault, to: operation).fate }

  func paths(of fault: Fault = .any, to operation: Operation) -> Paths {
    if operation.language == .go, operation.errorHandling.handled != .nowhere {
      return Paths(fate: .handled(operation.errorHandling.place))
    }
    guard let number = operation.functionNumber, let region = index.functions[number].region(of: operation.place) else {
      return Paths(
        fate: operation.errorHandling.handled == .nowhere
          ? .unhandled(entries: []) : .handled(operation.errorHandling.place))
    }
    if operation.role == "command", !index.functions[number].sends(operation) { return Paths(fate: .elsewhere) }
    if let place = index.functions[number].rejectionHandler(of: operation) { return Paths(fate: .handled(place)) }
    var search = Search(functions: index.functions, fault: fault)
    search.climb(from: number, region: region, wasTranslated: false)
    let entries = search.entries.sorted()
    if let handler = search.handler {
      return Paths(fate: .handled(handler), openEntries: entries, isHandledByName: search.isHandledByName)
    }
    let fate = search.isTranslatedInPlace && fault == .any ? Fate.translated : .unhandled(entries: entries)
    return Paths(fate: fate, openEntries: entries)
  }

  private struct Search {
    let functions: [FunctionNode]
    let fault: Fault
    /// The first handler that is found.
    var handler: SourcePlace?
    var entries: Set<Int> = []
    var isTranslatedInPlace = false
    var isHandledByName = false
    private var seen: Set<Int> = []

    init(functions: [FunctionNode], fault: Fault) {
      self.functions = functions
      self.fault = fault
    }

    /// - Parameters:
    ///   - wasTranslated: whether a handler on the way made another error of it.
    ///   - wasNamed: whether such a one took it by name.
    mutating func climb(from number: Int, region: Int, wasTranslated: Bool, wasNamed: Bool = false) {
      let node = functions[number]
      var (isTranslated, isNamed) = (wasTranslated, wasNamed)
      for around in node.ancestry(of: region) {
        guard case .guarded(let number) = node.regions[around].kind else { continue }
        let handlers = node.handlers(of: number).filter { $0.takes(fault, isTranslated: isTranslated) }
        if let own = handlers.first(where: { !$0.throwsAgain }) {
          handler = handler ?? own.place
          if isNamed || own.namesClient { isHandledByName = true }
          return
        }
        if !handlers.isEmpty { isTranslated = true }
        if handlers.contains(where: \.namesClient) { isNamed = true }
        if isTranslated, seen.isEmpty { isTranslatedInPlace = true }
      }
      guard seen.insert(number).inserted else { return }
      // What an entry makes of an error is its answer: `raise HTTPException(503)`.
      if node.callers.isEmpty, isTranslated == wasTranslated { entries.insert(number) }
      for caller in node.callers where functions[caller.function].context == node.context {
        if let region = functions[caller.function].region(of: caller.place) {
          climb(from: caller.function, region: region, wasTranslated: isTranslated, wasNamed: isNamed)
        }
      }
    }
  }
}

/// A handler of a guard.
struct GuardHandler {
  /// Its position among the function's regions.
  let region: Int
  let place: SourcePlace?
  let catches: [String]
  let throwsAgain: Bool

  /// Whether it takes an error of a server, or what such an error was made into.
  func takes(_ fault: Handlers.Fault, isTranslated: Bool) -> Bool {
    guard !catches.isEmpty, !isTranslated else { return true }
    return catches.contains { name in
      let last = Self.lastName(name)
      if Self.others.contains(last) { return false }
      return fault == .any || !Self.connections.contains(last)
    }
  }

  /// Whether it takes errors that are told to be of these servers' clients: others have connections and time-outs too.
  var namesClient: Bool { catches.contains { Words.has($0, ["redis", "valkey"]) } }

  /// Whether it takes errors of servers by name.
  var namesServer: Bool {
    catches.contains { Words.has($0, ["redis", "valkey", "connection", "timeout", "response"]) }
  }

  /// Whether it takes everything, or an error that goes by one of these names, whatever its module.
  func catches(anyOf names: Set<String>) -> Bool {
    catches.isEmpty || catches.contains { names.contains(Self.lastName($0)) }
  }

  private static func lastName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  /// Errors that no client library throws for a server's sake.
  private static let others: Set<String> = [
    "KeyError", "ValueError", "TypeError", "IndexError", "AttributeError", "LookupError", "StopIteration",
    "StopAsyncIteration", "AssertionError", "ImportError", "ModuleNotFoundError", "UnicodeDecodeError", "UnicodeError",
    "JSONDecodeError", "FileNotFoundError", "NotImplementedError", "ZeroDivisionError", "KeyboardInterrupt",
    "SystemExit", "GeneratorExit", "CancelledError", "DecodingError", "EncodingError", "SyntaxError", "RangeError",
    "RecursionError", "OverflowError", "NameError", "DoesNotExist", "ObjectDoesNotExist", "IntegrityError",
  ]
  /// Errors of connections: a server that refuses a command raises others.
  private static let connections: Set<String> = [
    "ConnectionError", "TimeoutError", "BusyLoadingError", "OSError", "ConnectionRefusedError", "ConnectionResetError",
    "IOError", "SocketError",
  ]
}

extension FunctionNode {
  /// The handlers of a guard, in the order of the source.
  func handlers(of guardNumber: Int) -> [GuardHandler] {
    regions.indices.compactMap { number in
      guard case .handler(guardNumber, let catches, let throwsAgain) = regions[number].kind else { return nil }
      return GuardHandler(region: number, place: regions[number].place, catches: catches, throwsAgain: throwsAgain)
    }
  }

  /// Whether a client's call gets a command that is made as its one argument: `client.execute(CONFIG.SET(…))`.
  fileprivate func sends(_ command: Operation) -> Bool {
    guard let method = command.method else { return false }
    return steps.contains { step in
      guard step.place < command.place, case .call(let call) = step.kind, call.role == "client" else { return false }
      return call.texts.count == 1 && call.texts[0].prefix { $0 != "(" }.hasSuffix(method)
    }
  }

  /// What happens in a region and in those inside of it.
  func steps(in region: Int) -> [CodeStep] { steps.filter { ancestry(of: $0.region).contains(region) } }

  /// A `.catch(…)`, or the like, chained to the call of an operation.
  func rejectionHandler(of operation: Operation) -> SourcePlace? {
    guard [.javascript, .typescript].contains(operation.language) else { return nil }
    let start = operation.place
    guard let method = operation.method else { return nil }
    return steps.first { step in
      guard case .call(let call) = step.kind, step.place > start, step.place.line - start.line < 12,
        let range = call.name.firstRange(of: ".\(method)(…)")
      else { return false }
      return call.name[range.upperBound...].contains(".catch")
    }?.place
  }
}
