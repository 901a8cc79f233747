package import InventoryModel
import Knowledge

extension Finding {
  /// A finding at an operation, with its evidence; of the severity that the rule's page says, unless lowered.
  package init(
    of rule: String, at operation: Operation, message: String, severity: Severity = .error, subject: String? = nil,
    notes: [Evidence] = []
  ) {
    self.init(
      rule: rule, severity: severity, place: operation.place, message: message, function: operation.function,
      subject: subject ?? operation.subject, context: operation.context, confidence: operation.confidence,
      notes: operation.evidence + notes)
  }
}
