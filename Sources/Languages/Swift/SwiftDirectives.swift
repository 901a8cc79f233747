/// Conditional compilation (`#if`, `#elseif`, `#else`, `#endif`), which the grammar knows in few places.
struct SwiftDirectives {
  private enum Word { case begin, branch, end }

  /// The braces of a stretch of lines; those in texts and comments mostly come in pairs.
  private struct Braces {
    var depth = 0
    var lowest = 0

    /// Whether as many close as open, and none before it was opened.
    var isBalanced: Bool { depth == 0 && lowest == 0 }

    mutating func append(_ other: Braces) {
      lowest = min(lowest, depth + other.lowest)
      depth += other.depth
    }
  }

  /// A condition that is open.
  private struct Condition {
    /// Where the branch that is read began, and its braces so far.
    var start: Int
    var braces = Braces()
    /// The branches before it.
    var lines: [Range<Int>] = []
    var tallies: [Braces] = []

    mutating func endBranch(at end: Int) {
      lines.append(start..<end)
      tallies.append(braces)
      braces = Braces()
    }
  }

  private let source: [UInt8]
  private var open: [Condition] = []
  private var blanks: [Range<Int>] = []

  private init(source: [UInt8]) { self.source = source }

  /// With the directives blanked, so that what stands in every branch is read; where a branch opens what
  /// another closes, the first is read alone.
  static func blanked(in source: [UInt8]) -> [UInt8] {
    guard hasDirective(source) else { return source }
    var directives = SwiftDirectives(source: source)
    directives.readLines()
    return directives.blanked()
  }

  private static func hasDirective(_ source: [UInt8]) -> Bool {
    var index = source.startIndex
    while let mark = source[index...].firstIndex(of: UInt8(ascii: "#")) {
      if source[mark...].starts(with: "#if".utf8) { return true }
      index = mark + 1
    }
    return false
  }

  private mutating func readLines() {
    var start = source.startIndex
    while start < source.endIndex {
      let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.endIndex
      read(start..<end)
      start = end + 1
    }
  }

  private mutating func read(_ line: Range<Int>) {
    guard let word = word(in: line) else {
      if !open.isEmpty { open[open.count - 1].braces.append(braces(in: line)) }
      return
    }
    blanks.append(line)
    if word == .begin {
      open.append(Condition(start: line.upperBound))
      return
    }
    guard var condition = open.popLast() else { return }
    condition.endBranch(at: line.lowerBound)
    condition.start = line.upperBound
    if word == .branch { open.append(condition) } else { close(condition) }
  }

  /// What is left of a condition counts for the branch that it stands in.
  private mutating func close(_ condition: Condition) {
    let isRead = condition.tallies.allSatisfy(\.isBalanced)
    if !isRead { blanks += condition.lines.dropFirst() }
    guard !isRead, !open.isEmpty else { return }
    open[open.count - 1].braces.append(condition.tallies[0])
  }

  private func word(in line: Range<Int>) -> Word? {
    let text = source[line].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard text.first == UInt8(ascii: "#") else { return nil }
    let name = text.dropFirst().prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    if name.elementsEqual("if".utf8) { return .begin }
    if name.elementsEqual("else".utf8) || name.elementsEqual("elseif".utf8) { return .branch }
    return name.elementsEqual("endif".utf8) ? .end : nil
  }

  private func braces(in line: Range<Int>) -> Braces {
    var braces = Braces()
    for byte in source[line] {
      if byte == UInt8(ascii: "{") { braces.depth += 1 }
      if byte == UInt8(ascii: "}") { braces.depth -= 1 }
      braces.lowest = min(braces.lowest, braces.depth)
    }
    return braces
  }

  /// Stretches to blank may lie in each other.
  private func blanked() -> [UInt8] {
    var result = source
    var index = source.startIndex
    for range in blanks.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > index {
      for place in max(index, range.lowerBound)..<range.upperBound where source[place] != UInt8(ascii: "\n") {
        result[place] = UInt8(ascii: " ")
      }
      index = range.upperBound
    }
    return result
  }
}
