import Freeze
import InventoryModel

/// Findings for what departs from the frozen key schema.
struct FrozenFindings {
  let rule: String
  let input: CheckInput

  /// A finding for each change that is meant, where the code does what is not frozen, or else where it is frozen.
  func of(_ isMeant: (SchemaChange) -> Bool) -> [Finding] {
    input.schemaChanges.filter(isMeant).compactMap(finding)
  }

  private func finding(_ change: SchemaChange) -> Finding? {
    let subject = "\(change.subject) \(change.name) \(change.kind)"
    let frozen = change.frozenAt.map { [Evidence(place: $0, what: "frozen here")] } ?? []
    if change.kind != .gone, let sha1 = change.sha1, let script = script(sha1) {
      return Finding(
        rule: rule, severity: .error, place: script.place, message: change.message, subject: subject,
        context: script.context, notes: frozen)
    }
    if change.kind != .gone, let operation = operation(of: change) {
      return Finding(of: rule, at: operation, message: change.message, subject: subject, notes: frozen)
    }
    return change.frozenAt.map {
      Finding(rule: rule, severity: .error, place: $0, message: change.message, subject: subject)
    }
  }

  private func script(_ sha1: String) -> ScriptRecord? {
    input.report.scripts.first { $0.sha1 == sha1 && $0.context == .production }
  }

  /// The first operation on the name; of one that sets the time to live, if there is one and that is what changed.
  private func operation(of change: SchemaChange) -> Operation? {
    let all = input.report.operations.filter { operation in
      guard operation.context == .production else { return false }
      return switch change.subject {
      case .channel: operation.channel == change.name
      case .key: operation.keyTemplates.contains(change.name) && !operation.isLockCommand
      case .lock: operation.keyTemplates.contains(change.name) && (operation.isLockCommand || !isLibraryLock(change))
      case .script: operation.language == .lua && change.isIn(operation.place.path)
      }
    }
    return all.first { change.kind == .ttlChanged && $0.setsTTL } ?? all.first(where: \.takesLock) ?? all.first
  }

  private func isLibraryLock(_ change: SchemaChange) -> Bool {
    input.report.operations.contains { $0.isLockCommand && $0.keyTemplates.contains(change.name) }
  }
}

extension SchemaChange {
  /// Whether its name is the path of a file, given relative to the scanned root.
  fileprivate func isIn(_ path: String) -> Bool { name == path || name.hasSuffix("/" + path) }
}
