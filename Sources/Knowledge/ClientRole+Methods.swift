extension ClientRole {
  /// What calling a member does: by the table, with the call's labels or without, else by the convention
  /// that a member is named like the command.
  package func method(_ name: String, labels: [String?], commands: CommandTable) -> ClientMethod? {
    if !methods.isEmpty {
      if !labels.isEmpty, labels.contains(where: { $0 != nil }) {
        let signature = name + "(" + labels.map { ($0 ?? "_") + ":" }.joined() + ")"
        if let exact = methods[signature] { return exact }
      }
      if let bare = methods[name] { return bare }
    }
    for suffix in suffixes where name.hasSuffix(suffix) && name.count > suffix.count {
      if let found = method(String(name.dropLast(suffix.count)), labels: labels, commands: commands) {
        return found
      }
    }
    guard namesCommands, !except.contains(name) else { return nil }
    let spelled = (prefix ?? "") + name
    guard let command = commands.command(spelled: spelled) else { return nil }
    return ClientMethod(command: .fixed(command.name))
  }
}
