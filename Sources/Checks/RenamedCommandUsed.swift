package import InventoryModel

/// A command that a server's settings in the same tree rename or take away.
package struct RenamedCommandUsed: Check {
  package static let rule = "renamed-command-used"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    var renamed: [String: SettingRecord] = [:]
    for server in input.report.infrastructure.servers where server.context != .test {
      for setting in server.settings where setting.name.lowercased() == "rename-command" {
        guard let name = setting.value.split(separator: " ").first?.uppercased() else { continue }
        renamed[name] = renamed[name] ?? setting
      }
    }
    guard !renamed.isEmpty else { return [] }
    let servers = input.servers
    let handlers = input.handlers
    return input.report.operations.compactMap { operation in
      guard let word = operation.command.split(separator: " ").first, let setting = renamed[String(word)] else {
        return nil
      }
      // What certainly goes to servers that keep the command is not refused.
      if case .these(let reached) = servers.reach(of: operation),
        !reached.contains(where: { $0.settings.contains { $0.renames(String(word)) } })
      {
        return nil
      }
      let isHandled = if case .handled = handlers.fate(of: .denied, at: operation) { true } else { false }
      return Finding(
        of: Self.rule, at: operation,
        message: "\(operation.command) is sent to servers, and settings of the same tree rename \(word): "
          + "the server answers that it knows no such command",
        severity: isHandled ? .warning : .error, subject: operation.command,
        notes: [Evidence(place: setting.place, what: "rename-command \(setting.value)")])
    }
  }
}

extension SettingRecord {
  /// Whether it gives a command another name, or none.
  fileprivate func renames(_ command: String) -> Bool {
    name == "rename-command" && value.split(separator: " ").first?.uppercased() == command
  }
}
