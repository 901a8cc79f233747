import InventoryModel
import Rules

/// Which flags of `notify-keyspace-events` publish which events, from `Rules/KeyspaceEvents.tsv`.
package struct KeyspaceEvents: Sendable {
  /// The flag that turns an event on.
  private let flagOfEvent: [String: Character]
  /// Flags that stand for kinds of events.
  private let classes: Set<Character>
  /// Flags that `A` stands for.
  private let all: Set<Character>

  /// The program's own table.
  package static func standard() throws(KnowledgeError) -> KeyspaceEvents {
    let file = EmbeddedRules.files.first { $0.path == fileName }
    return try decode(file?.text ?? "", file: fileName)
  }

  /// What a subscription to a channel of the keyspace lacks under some flags, as flags of which one would do; nil where
  /// it lacks nothing, or where the channel is none of the keyspace.
  ///
  /// - Parameter channel: a template or pattern, such as `__keyevent@0__:expired`.
  package func missing(for channel: String, flags: String) -> Set<Character>? {
    let flags = Set(flags)
    let given = flags.contains("A") ? flags.union(all) : flags
    if channel.hasPrefix("__keyspace@") {
      if !given.contains("K") { return ["K"] }
      return given.isDisjoint(with: classes) ? classes : nil
    }
    guard channel.hasPrefix("__keyevent@") else { return nil }
    if !given.contains("E") { return ["E"] }
    guard let event = channel.split(separator: ":").last, let flag = flagOfEvent[String(event)] else { return nil }
    return given.contains(flag) ? nil : [flag]
  }

  private static let fileName = "KeyspaceEvents.tsv"
  private static let columns = ["flag", "role", "in_A", "events"]
}

extension KeyspaceEvents {
  /// Reads the text of such a table: tab-separated, the first line names the columns.
  package static func decode(_ text: String, file: String) throws(KnowledgeError) -> KeyspaceEvents {
    var problems: [KnowledgeError.Problem] = []
    var flags: [String: Character] = [:]
    var (classes, all): (Set<Character>, Set<Character>) = ([], [])
    func note(_ line: Int, _ message: String) {
      problems.append(KnowledgeError.Problem(file: file, line: line, column: 1, keyPath: "", message: message))
    }
    func check(_ cells: [String], _ cell: Int, _ known: [String], _ line: Int) {
      guard !known.contains(cells[cell]) else { return }
      let hint = NearestName.hint(for: cells[cell], in: known)
      let column = cells[..<cell].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
      problems.append(
        KnowledgeError.Problem(
          file: file, line: line, column: column, keyPath: "\(cells[0]).\(columns[cell])",
          message: "'\(cells[cell])' is none of \(known.joined(separator: ", "))\(hint)"))
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines[0].split(separator: "\t").map(String.init) != columns {
      note(1, "the columns must be \(columns.joined(separator: ", "))")
    }
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == columns.count, cells[0].count == 1, let flag = cells[0].first else {
        note(number + 1, "a flag of one character and \(columns.count) cells are expected")
        continue
      }
      check(cells, 1, ["channel", "class", "alias"], number + 1)
      check(cells, 2, ["yes", "no"], number + 1)
      if cells[1] == "class" { classes.insert(flag) }
      if cells[2] == "yes" { all.insert(flag) }
      for event in cells[3].split(separator: " ") {
        if flags.updateValue(flag, forKey: String(event)) != nil { note(number + 1, "'\(event)' has two flags") }
      }
    }
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    return KeyspaceEvents(flagOfEvent: flags, classes: classes, all: all)
  }
}
