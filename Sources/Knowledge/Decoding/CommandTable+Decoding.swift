extension CommandTable {
  /// Reads the text of a `Commands.tsv`: tab-separated, the first line names the columns.
  package static func decode(_ text: String, file: String) throws(KnowledgeError) -> CommandTable {
    var reader = CommandReader(file: file)
    reader.read(text)
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
    return CommandTable(reader.commands)
  }
}

/// Reads rows one by one; cells that many rows share are taken apart once.
private struct CommandReader {
  static let columns = ["name", "group", "arity", "flags", "complexity", "keys", "key_specs"]

  let file: String
  var commands: [Command] = []
  var problems: [KnowledgeError.Problem] = []
  private var names: Set<String> = []
  private var line = 0
  private var row: [String] = []
  private var flags: [String: Set<String>] = [:]
  private var positions: [String: Command.KeyPositions] = [:]
  private var specifications: [String: [KeySpecification]] = [:]

  init(file: String) { self.file = file }

  mutating func read(_ text: String) {
    commands.reserveCapacity(text.utf8.count / 48)
    names.reserveCapacity(text.utf8.count / 48)
    let bytes = Array(text.utf8)
    var cellStart = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\t") || bytes[index] == UInt8(ascii: "\n") {
      row.append(String(decoding: bytes[cellStart..<index], as: UTF8.self))
      cellStart = index + 1
      if bytes[index] == UInt8(ascii: "\n") { finishLine() }
    }
    if cellStart < bytes.count {
      row.append(String(decoding: bytes[cellStart...], as: UTF8.self))
      finishLine()
    }
    if line < 2 { note("a table with the columns \(Self.columns.joined(separator: ", ")) is expected", column: 1) }
  }

  private mutating func finishLine() {
    line += 1
    if line == 1 { readHeader() } else if row.count > 1 || !row[0].isEmpty { readRow() }
    row.removeAll(keepingCapacity: true)
  }

  private mutating func readHeader() {
    guard row != Self.columns else { return }
    note("the columns must be \(Self.columns.joined(separator: ", "))", column: 1)
  }

  private mutating func readRow() {
    guard row.count == Self.columns.count else {
      note("\(Self.columns.count) cells are expected, not \(row.count)", column: column(of: row.count - 1))
      return
    }
    let name = row[0]
    if name.isEmpty || name.utf8.contains(where: { (0x61...0x7A).contains($0) }) {
      note("a command's name must be upper case", cell: 0)
    }
    if !names.insert(name).inserted { note("the command '\(name)' is listed twice", cell: 0) }
    guard let arity = Int(row[2]), arity != 0 else {
      note("the arity must be a number, not '\(row[2])'", cell: 2)
      return
    }
    commands.append(
      Command(
        name: name, group: row[1], arity: arity, flags: readFlags(), complexity: row[4],
        keys: readPositions(), keySpecifications: readSpecifications()))
  }

  private mutating func readFlags() -> Set<String> {
    let text = row[3]
    if let known = flags[text] { return known }
    let read = Set(text.parts(at: " "))
    flags[text] = read
    return read
  }

  private mutating func readPositions() -> Command.KeyPositions {
    let text = row[5]
    if let known = positions[text] { return known }
    guard let read = Command.KeyPositions(text) else {
      note("keys must be none, movable or first,last,step, not '\(text)'", cell: 5)
      return .none
    }
    positions[text] = read
    return read
  }

  private mutating func readSpecifications() -> [KeySpecification] {
    let text = row[6]
    if let known = specifications[text] { return known }
    var read: [KeySpecification] = []
    for part in text.parts(at: " ") where part != "|" {
      if let specification = KeySpecification(part) {
        read.append(specification)
      } else {
        note("'\(part)' is no key specification", cell: 6)
      }
    }
    specifications[text] = read
    return read
  }

  private mutating func note(_ message: String, cell: Int) {
    let keyPath = "\(row[0]).\(Self.columns[cell])"
    problems.append(
      KnowledgeError.Problem(file: file, line: line, column: column(of: cell), keyPath: keyPath, message: message))
  }

  private func column(of cell: Int) -> Int {
    row[..<cell].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
  }

  private mutating func note(_ message: String, column: Int) {
    problems.append(
      KnowledgeError.Problem(file: file, line: max(line, 1), column: column, keyPath: "", message: message))
  }
}

extension Command.KeyPositions {
  fileprivate init?(_ text: String) {
    switch text {
    case "none": self = .none
    case "movable": self = .movable
    default:
      let numbers = text.parts(at: ",").map { Int($0) }
      guard numbers.count == 3, let first = numbers[0], let last = numbers[1], let step = numbers[2] else { return nil }
      self = .range(first: first, last: last, step: step)
    }
  }
}
