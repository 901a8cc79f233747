import InventoryModel
import Knowledge

/// What a user of an access control list may send.
struct AccessRules {
  let user: ACLUser

  /// Whether the rules say that a command is refused; false where they may allow it.
  func refuses(_ command: Command) -> Bool {
    var isAllowed = false
    for rule in user.rules {
      // A selector can allow more.
      if rule.hasPrefix("(") { return false }
      switch rule.lowercased() {
      case "allcommands", "+@all": isAllowed = true
      case "nocommands", "-@all", "reset": isAllowed = false
      default:
        guard let sign = rule.first, sign == "+" || sign == "-", names(String(rule.dropFirst()), command) else {
          continue
        }
        isAllowed = sign == "+"
      }
    }
    return !isAllowed
  }

  private func names(_ rule: String, _ command: Command) -> Bool {
    if rule.hasPrefix("@") { return AccessRules.categories(of: command).contains(rule.dropFirst().lowercased()) }
    let parts = rule.uppercased().replacing("|", with: " ")
    return command.name == parts || command.name.hasPrefix(parts + " ")
  }

  /// Categories as servers derive them from group and flags.
  private static func categories(of command: Command) -> Set<String> {
    var categories: Set<String> = []
    for (flag, category) in [
      ("write", "write"), ("readonly", "read"), ("admin", "admin"), ("dangerous", "dangerous"),
      ("blocking", "blocking"),
      ("fast", "fast"), ("pubsub", "pubsub"),
    ] where command.flags.contains(flag) { categories.insert(category) }
    if !categories.contains("fast") { categories.insert("slow") }
    let groups = [
      "generic": "keyspace", "sorted-set": "sortedset", "transactions": "transaction", "hyperloglog": "hyperloglog",
      "cluster": "admin",
    ]
    if command.group != "server" {
      categories.insert(groups[command.group] ?? command.group.filter { $0 != "-" && $0 != "_" })
    }
    return categories
  }

  var isEnabled: Bool {
    let switches = user.rules.map { $0.lowercased() }.filter { ["on", "off", "reset"].contains($0) }
    return switches.last == "on"
  }
}
