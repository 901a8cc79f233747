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
  private var row: [Cell] = []
  private var flags: [String: Set<String>] = [:]
  private var positions: [String: Command.KeyPositions] = [:]
  private var specifications: [String: [KeySpecification]] = [:]

  private struct Cell {
    let text: String
    let column: Int
  }

  init(file: String) { self.file = file }

  mutating func read(_ text: String) {
    let bytes = Array(text.utf8)
    commands.reserveCapacity(700)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      self.line += 1
      if line.isEmpty { continue }
      splitCells(line)
      if self.line == 1 { readHeader() } else { readRow() }
    }
    if line < 2 { note("a table with the columns \(Self.columns.joined(separator: ", ")) is expected", column: 1) }
  }

  private mutating func splitCells(_ bytes: ArraySlice<UInt8>) {
    row.removeAll(keepingCapacity: true)
    var column = 1
    for cell in bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
      let text = String(decoding: cell, as: UTF8.self)
      row.append(Cell(text: text, column: column))
      column += text.unicodeScalars.count + 1
    }
  }

  private mutating func readHeader() {
    guard row.map(\.text) != Self.columns else { return }
    note("the columns must be \(Self.columns.joined(separator: ", "))", column: 1)
  }

  private mutating func readRow() {
    guard row.count == Self.columns.count else {
      note("\(Self.columns.count) cells are expected, not \(row.count)", column: row.last?.column ?? 1)
      return
    }
    let name = row[0].text
    if name.isEmpty || name != name.uppercased() { note("a command's name must be upper case", cell: 0) }
    if !names.insert(name).inserted { note("the command '\(name)' is listed twice", cell: 0) }
    guard let arity = Int(row[2].text), arity != 0 else {
      note("the arity must be a number, not '\(row[2].text)'", cell: 2)
      return
    }
    commands.append(
      Command(
        name: name, group: row[1].text, arity: arity, flags: readFlags(), complexity: row[4].text,
        keys: readPositions(), keySpecifications: readSpecifications()))
  }

  private mutating func readFlags() -> Set<String> {
    let text = row[3].text
    if let known = flags[text] { return known }
    let read = Set(text.split(separator: " ").map(String.init))
    flags[text] = read
    return read
  }

  private mutating func readPositions() -> Command.KeyPositions {
    let text = row[5].text
    if let known = positions[text] { return known }
    guard let read = Command.KeyPositions(text) else {
      note("keys must be none, movable or first,last,step, not '\(text)'", cell: 5)
      return .none
    }
    positions[text] = read
    return read
  }

  private mutating func readSpecifications() -> [KeySpecification] {
    let text = row[6].text
    if let known = specifications[text] { return known }
    var read: [KeySpecification] = []
    for part in text.split(separator: " | ") {
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
    let keyPath = "\(row[0].text).\(Self.columns[cell])"
    problems.append(
      KnowledgeError.Problem(file: file, line: line, column: row[cell].column, keyPath: keyPath, message: message))
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
      let numbers = text.split(separator: ",").map { Int($0) }
      guard numbers.count == 3, let first = numbers[0], let last = numbers[1], let step = numbers[2] else { return nil }
      self = .range(first: first, last: last, step: step)
    }
  }
}
