/// Positions of a list, by a small number that each has: those of one number stand together, in the list's order.
struct Groups: Sendable {
  private let positions: [Int]
  /// Where the positions of each number begin, and one more for where the last ones end.
  private let starts: [Int]

  /// - Parameters:
  ///   - numbers: the number of each position, below `count`; negative for those of no group.
  init(_ numbers: [Int32], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for number in numbers where number >= 0 { starts[Int(number) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var positions = [Int](repeating: 0, count: starts[count])
    for (position, number) in numbers.enumerated() where number >= 0 {
      positions[next[Int(number)]] = position
      next[Int(number)] += 1
    }
    self.positions = positions
    self.starts = starts
  }

  subscript(_ number: Int32) -> ArraySlice<Int> { positions[starts[Int(number)]..<starts[Int(number) + 1]] }
}
