package import InventoryModel

/// An output format for rules of access: its name, what it is for, and how it writes a report.
package struct AccessReporter: Sendable {
  /// As `--format` takes it.
  package let name: String
  package let summary: String
  /// Always ends with a line end, unless it is empty.
  package let render: @Sendable (AccessReport) -> String

  /// All formats, in the order of the help.
  package static let all: [AccessReporter] = [.text, .acl, .json]

  /// The format of a name.
  package static func named(_ name: String) -> AccessReporter? { all.first { $0.name == name } }

  /// A rule set for people: each user, and what could not be narrowed.
  package static let text = AccessReporter(name: "text", summary: "each user's rules and what could not be narrowed") {
    report in
    var lines = report.users.flatMap { user in
      let over = user.connections.isEmpty ? "" : " over \(user.connections.joined(separator: ", "))"
      return ["# \(user.operations) operations\(over)", line(of: user)]
        + reasons(of: user) + [""]
    }
    if report.unresolvedCount > 0 {
      lines.append(
        "# \(CountText.of(report.unresolvedCount, "call is", "calls are")) unresolved: no rule covers what they may send"
      )
    }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  /// Lines that a server reads: `ACL LOAD` from its `aclfile`.
  static let acl = AccessReporter(name: "acl", summary: "lines for the aclfile of a server; passwords are to be added")
  {
    report in
    report.users.map { TerminalText.escaped(line(of: $0)) + "\n" }.joined()
  }

  /// The whole report as one JSON object.
  static let json = AccessReporter(name: "json", summary: "users, rules and what could not be narrowed, one object") {
    report in
    JSONValue.access(report).pretty + "\n"
  }

  /// What could not be narrowed: each reason with its commands and places.
  private static func reasons(of user: AccessUser) -> [String] {
    Dictionary(grouping: user.openPoints, by: \.why).sorted { $0.key < $1.key }.flatMap { why, points in
      ["#   not narrowed: \(why)"]
        + Dictionary(grouping: points) { $0.place.path }.sorted { $0.key < $1.key }.map { path, points in
          let uses = points.map { "\($0.place.line) \($0.command)" }.joined(separator: ", ")
          return "#     \(path): \(uses)"
        }
    }
  }

  private static func line(of user: AccessUser) -> String {
    (["user", user.name] + user.rules).joined(separator: " ")
  }
}

extension JSONValue {
  /// Rules of access in the documented form.
  fileprivate static func access(_ report: AccessReport) -> JSONValue {
    .object([
      ("schemaVersion", .integer(AccessReport.schemaVersion)),
      ("tool", .tool(report.toolVersion)),
      ("root", .string(report.root)),
      ("users", .array(report.users.map(user))),
      ("unresolved", .integer(report.unresolvedCount)),
    ])
  }

  private static func user(_ user: AccessUser) -> JSONValue {
    .object([
      ("name", .string(user.name)),
      ("connections", .strings(user.connections)),
      ("operations", .integer(user.operations)),
      ("rules", .strings(user.rules)),
      ("commands", .strings(user.commands)),
      ("keys", .array(user.keys.map(grant))),
      ("channels", .strings(user.channels)),
      (
        "notNarrowed",
        .array(
          user.openPoints.map { point in
            .object([
              ("path", .string(point.place.path)), ("line", .integer(point.place.line)),
              ("column", .integer(point.place.column)), ("command", .string(point.command)),
              ("why", .string(point.why)),
            ])
          })
      ),
    ])
  }

  private static func grant(_ grant: AccessUser.KeyGrant) -> JSONValue {
    .object([
      ("pattern", .string(grant.pattern)), ("reads", .bool(grant.reads)), ("writes", .bool(grant.writes)),
    ])
  }
}
