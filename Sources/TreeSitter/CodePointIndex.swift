/// Counts code points up to any byte of a source in constant time: one line may be a whole minified file.
struct CodePointIndex: Sendable {
  private static let step = 64

  /// How many code points begin before each step; empty for plain ASCII, where bytes and code points are the same.
  private let counts: [UInt32]

  init(_ source: [UInt8]) {
    guard source.reduce(0, |) >= 0x80 else {
      counts = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(source.count / CodePointIndex.step + 1)
    var count: UInt32 = 0
    for start in stride(from: 0, through: source.count, by: CodePointIndex.step) {
      counts.append(count)
      count += CodePointIndex.count(source, start..<Swift.min(start + CodePointIndex.step, source.count))
    }
    self.counts = counts
  }

  /// How many code points of `source` begin in a range; a byte that is not UTF-8 counts as one unless it could go on.
  func count(in range: Range<Int>, of source: [UInt8]) -> Int {
    if counts.isEmpty { return range.count }
    if range.count <= CodePointIndex.step { return Int(CodePointIndex.count(source, range)) }
    return Int(count(before: range.upperBound, source) - count(before: range.lowerBound, source))
  }

  private func count(before offset: Int, _ source: [UInt8]) -> UInt32 {
    let step = offset / CodePointIndex.step
    return counts[step] + CodePointIndex.count(source, step * CodePointIndex.step..<offset)
  }

  private static func count(_ source: [UInt8], _ range: Range<Int>) -> UInt32 {
    var count: UInt32 = 0
    for index in range where source[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
