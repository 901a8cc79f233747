import InventoryModel

/// An operation on one of its keys or channels: what patterns take.
struct Incidence: Hashable {
  /// Position in the report.
  let operation: Int
  let target: Target

  enum Target: Hashable {
    case key(String)
    case channel(String)
    case none

    /// The template; empty where there is none.
    var text: String {
      switch self {
      case .key(let template), .channel(let template): template
      case .none: ""
      }
    }

    /// Whether something of it is written in the source.
    var isKnown: Bool {
      switch self {
      case .key(let template), .channel(let template): TemplateText.hasLetters(template)
      case .none: false
      }
    }
  }

  /// The incidences of an operation.
  static func of(_ operation: Operation, number: Int) -> [Incidence] {
    var targets = operation.keyTemplates.map { Target.key($0) }
    if let channel = operation.channel { targets.append(.channel(channel)) }
    if targets.isEmpty { targets = [.none] }
    return targets.map { Incidence(operation: number, target: $0) }
  }
}

/// Templates as the analysis writes them.
enum TemplateText {
  /// Whether a template has a letter or digit outside its holes.
  static func hasLetters(_ template: String) -> Bool { template.contains { $0.isLetter || $0.isNumber } }
}
