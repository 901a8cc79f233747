package import InventoryModel

/// A thread that receives messages and ends at its first error.
package struct SubscriberThreadUnguarded: Check {
  package static let rule = "subscriber-thread-unguarded"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    var found: [Finding] = []
    for node in input.report.callGraph.functions {
      for step in node.steps {
        guard case .call(let call) = step.kind, call.role == "subscriber", call.name.hasSuffix(".run_in_thread"),
          !call.labels.contains("exception_handler"), call.labels.filter({ $0 == nil }).count < 3
        else { continue }
        found.append(
          Finding(
            rule: Self.rule, severity: .error, place: step.place, length: "run_in_thread".count,
            message: "the thread of \(call.name) dies at the first lost connection or failing callback: "
              + "it has no exception_handler",
            function: node.name, subject: call.name, context: node.context))
      }
    }
    return found + listening(input.index)
  }

  /// Functions that are started beside the rest and listen with nothing around it.
  private func listening(_ index: ReportIndex) -> [Finding] {
    let paths = Set(
      index.report.operations.filter {
        $0.language == .python && $0.context == .production && $0.isSubscription
      }.map(\.place.path))
    guard !paths.isEmpty else { return [] }
    let started = started(in: paths, index)
    return index.functions.compactMap { node in
      guard paths.contains(node.place.path), let name = node.name?.split(separator: ".").last,
        started.contains(Start(node.place.path, name)),
        let step = node.steps.first(where: { $0.listens && !node.isGuarded($0) })
      else { return nil }
      return Finding(
        rule: Self.rule, severity: .error, place: step.place,
        message: "what runs \(node.name ?? "this") beside the program dies at the first lost connection or failing "
          + "message: nothing around handles either",
        function: node.name, subject: "listen", context: node.context)
    }
  }

  private struct Start: Hashable {
    let path: String
    let name: String

    init(_ path: String, _ name: some StringProtocol) {
      self.path = path
      self.name = String(name)
    }
  }

  /// What threads and tasks of some files run, by the function's name: `Thread(target=self._run)`, `create_task(run())`.
  private func started(in paths: Set<String>, _ index: ReportIndex) -> Set<Start> {
    var started: Set<Start> = []
    for node in index.functions where paths.contains(node.place.path) {
      for step in node.steps {
        guard case .call(let call) = step.kind, let last = call.name.split(separator: ".").last,
          Self.starting.contains(String(last))
        else { continue }
        for text in call.texts {
          let called = text.split(separator: "(", maxSplits: 1).first ?? ""
          started.insert(Start(node.place.path, called.split(separator: ".").last ?? ""))
        }
      }
    }
    return started
  }

  private static let starting: Set<String> = ["Thread", "create_task", "ensure_future", "start_soon", "submit"]
}

extension CodeStep {
  /// Waits for messages: `pubsub.listen()`.
  fileprivate var listens: Bool {
    guard case .call(let call) = kind, call.role == "subscriber" else { return false }
    return ["listen", "get_message", "get_sharded_message"].contains(call.name.split(separator: ".").last)
  }
}

extension FunctionNode {
  /// Whether a handler is around a step, for errors of servers: not for a time-out alone.
  fileprivate func isGuarded(_ step: CodeStep) -> Bool {
    ancestry(of: step.region).contains { region in
      guard case .guarded(let number) = regions[region].kind else { return false }
      return handlers(of: number).contains { handler in
        handler.takes(.any, isTranslated: false)
          && (handler.catches.isEmpty || !handler.catches.allSatisfy { $0.hasSuffix("TimeoutError") })
      }
    }
  }
}
