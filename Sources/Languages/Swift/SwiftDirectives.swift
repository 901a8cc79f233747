/// Conditional compilation (`#if`, `#elseif`, `#else`, `#endif`), which the grammar knows in few places.
struct SwiftDirectives {
  private enum Word { case begin, branch, end }

  /// A condition that is open: its branches so far, by their lines.
  private struct Condition {
    var branches: [Range<Int>] = []
    var start: Int
  }

  private var source: [UInt8]

  /// With the directives blanked, so that what stands in every branch is read; where a branch opens what
  /// another closes, the first is read alone.
  static func blanked(in source: [UInt8]) -> [UInt8] {
    guard hasDirective(source) else { return source }
    var directives = SwiftDirectives(source: source)
    directives.run()
    return directives.source
  }

  private static func hasDirective(_ source: [UInt8]) -> Bool {
    var index = source.startIndex
    while let mark = source[index...].firstIndex(of: UInt8(ascii: "#")) {
      if source[mark...].starts(with: "#if".utf8) { return true }
      index = mark + 1
    }
    return false
  }

  private mutating func run() {
    var open: [Condition] = []
    var start = source.startIndex
    while start < source.endIndex {
      let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.endIndex
      defer { start = end + 1 }
      guard let word = word(in: start..<end) else { continue }
      blank(start..<end)
      if word == .begin {
        open.append(Condition(start: end))
        continue
      }
      guard var condition = open.popLast() else { continue }
      condition.branches.append(condition.start..<start)
      condition.start = end
      if word == .branch { open.append(condition) } else { close(condition) }
    }
  }

  private mutating func close(_ condition: Condition) {
    guard condition.branches.contains(where: { !isBalanced($0) }) else { return }
    for branch in condition.branches.dropFirst() { blank(branch) }
  }

  private func word(in line: Range<Int>) -> Word? {
    let text = source[line].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard text.first == UInt8(ascii: "#") else { return nil }
    let name = text.dropFirst().prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    if name.elementsEqual("if".utf8) { return .begin }
    if name.elementsEqual("else".utf8) || name.elementsEqual("elseif".utf8) { return .branch }
    return name.elementsEqual("endif".utf8) ? .end : nil
  }

  /// Whether as many braces close as open; those in texts and comments mostly come in pairs.
  private func isBalanced(_ range: Range<Int>) -> Bool {
    var depth = 0
    for byte in source[range] {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where source[index] != UInt8(ascii: "\n") { source[index] = UInt8(ascii: " ") }
  }
}
