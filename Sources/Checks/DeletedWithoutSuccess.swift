package import InventoryModel
import Knowledge

/// Keys that are deleted although the write of what they held may have failed unheard.
package struct DeletedWithoutSuccess: Check {
  package static let rule = "deleted-without-success"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let index = input.index
    var told: Set<SourcePlace> = []
    return index.functions.indices.filter { number in
      index.functions[number].context == .production && input.events.deletesAndPersists(number)
    }.flatMap { findings(in: $0, index, input) }.filter { told.insert($0.place).inserted }
  }

  private func findings(in number: Int, _ index: ReportIndex, _ input: CheckInput) -> [Finding] {
    let node = index.functions[number]
    let writes = node.steps.compactMap { step -> (step: CodeStep, call: CodeCall)? in
      guard case .call(let call) = step.kind, call.isDiscarded,
        call.callees.contains(where: { $0 != number && index.functions[$0].swallowsFailedWrite(input.events) })
      else { return nil }
      return (step, call)
    }
    guard !writes.isEmpty else { return [] }
    let events = input.events.of(number)
    return writes.compactMap { write in
      let regions = Set(node.ancestry(of: write.step.region))
      let closure = node.closure(around: write.step.region)
      let run = events.filter { event in
        !event.isLater && event.closure == closure
      }
      let taken = run.compactMap { event -> Operation? in
        guard case .operation(let operation) = event.kind, event.step < write.step.place else { return nil }
        return operation.isClaim || input.commands.reads(operation) ? operation : nil
      }
      let deletion = run.first { event in
        guard case .operation(let operation) = event.kind, operation.deletesKey, !input.locks.isLock(operation),
          event.step > write.step.place, taken.contains(where: { $0.canHold(operation) })
        else {
          return false
        }
        return Set(event.regions).subtracting(regions).allSatisfy { node.regions[$0].kind != .branch }
      }
      guard let deletion, case .operation(let operation) = deletion.kind else { return nil }
      return Finding(
        of: Self.rule, at: operation,
        message:
          "\(operation.command) \(operation.shownKey) follows \(write.call.name), which keeps its failure to itself: "
          + "what was not written is deleted all the same",
        notes: [Evidence(place: write.step.place, what: "its answer is not looked at")])
    }
  }
}

extension Operation {
  /// Whether what it read or claimed can be what another deletes.
  fileprivate func canHold(_ deletion: Operation) -> Bool {
    guard let key = deletion.key, KeyTemplate.isTelling(key) else { return true }
    return keyTemplates.isEmpty
      || keyTemplates.contains { !KeyTemplate.isTelling($0) || KeyTemplate.canMatch($0, key, isStrict: true) }
  }
}

extension FunctionNode {
  /// Whether a handler that throws nothing again takes the failure of a call that writes.
  fileprivate func swallowsFailedWrite(_ events: EventIndex) -> Bool {
    steps.contains { step in
      guard case .call(let call) = step.kind, events.writesElsewhere(call), closure(around: step.region) == nil else {
        return false
      }
      return ancestry(of: step.region).contains { region in
        guard case .guarded(let number) = regions[region].kind else { return false }
        return handlers(of: number).contains { !$0.throwsAgain }
      }
    }
  }
}
