/// Puts the words of a `WordSearch` together: a tree of their bytes, then the row to go on from at each byte.
struct AutomatonBuilder {
  private(set) var classOf = [UInt8](repeating: 0, count: 256)
  private(set) var endsOfRows: [Int32: [WordSearch.End]] = [:]
  private var classCount = 1
  private var children: [[UInt8: Int]] = [[:]]
  private var ends: [[WordSearch.End]] = [[]]

  mutating func add(_ word: [UInt8], number: Int) {
    var node = 0
    for byte in word {
      // With 255 classes taken, the byte left over is the one that no word has.
      if classOf[Int(byte)] == 0 {
        classOf[Int(byte)] = UInt8(classCount)
        classCount += 1
      }
      if let child = children[node][classOf[Int(byte)]] {
        node = child
      } else {
        children.append([:])
        ends.append([])
        children[node][classOf[Int(byte)]] = children.count - 1
        node = children.count - 1
      }
    }
    ends[node].append(WordSearch.End(length: word.count, number: number))
  }

  /// Rows of one target a class; a target is the place where its row begins, inverted where a word ends.
  mutating func transitions() -> [Int32] {
    var rows = [Int](repeating: 0, count: children.count * classCount)
    var fallback = [Int](repeating: 0, count: children.count)
    var queue = [0]
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      ends[node] += node == 0 ? [] : ends[fallback[node]]
      for byteClass in 0..<classCount {
        let inherited = node == 0 ? 0 : rows[fallback[node] * classCount + byteClass]
        if let child = children[node][UInt8(byteClass)] {
          rows[node * classCount + byteClass] = child
          fallback[child] = inherited
          queue.append(child)
        } else {
          rows[node * classCount + byteClass] = inherited
        }
      }
    }
    for node in ends.indices where !ends[node].isEmpty { endsOfRows[Int32(node * classCount)] = ends[node] }
    return rows.map { ends[$0].isEmpty ? Int32($0 * classCount) : ~Int32($0 * classCount) }
  }
}
