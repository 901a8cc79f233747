/// Puts the words of a `WordSearch` together: a tree of their bytes, then the row to go on from at each byte.
struct AutomatonBuilder {
  private(set) var classOf = [UInt8](repeating: 0, count: 256)
  private(set) var classCount = 1
  /// By node, the bytes' classes that lead on, and where to.
  private var children: [[(byteClass: UInt8, node: Int)]] = [[]]
  /// By node, the words that end there; those that end with them too, once the transitions are made.
  private(set) var ends: [[WordSearch.End]] = [[]]

  mutating func add(_ word: [UInt8], number: Int) {
    var node = 0
    for byte in word {
      // With 255 classes taken, the byte left over is the one that no word has.
      if classOf[Int(byte)] == 0 {
        classOf[Int(byte)] = UInt8(classCount)
        classCount += 1
      }
      let byteClass = classOf[Int(byte)]
      if let child = children[node].first(where: { $0.byteClass == byteClass }) {
        node = child.node
      } else {
        children[node].append((byteClass, children.count))
        node = children.count
        children.append([])
        ends.append([])
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
      let (row, inherited) = (node * classCount, fallback[node] * classCount)
      if node != 0 {
        ends[node] += ends[fallback[node]]
        for byteClass in 0..<classCount { rows[row + byteClass] = rows[inherited + byteClass] }
      }
      for child in children[node] {
        // What the beginning goes on to is a child of its own, not where it falls back to.
        fallback[child.node] = node == 0 ? 0 : rows[inherited + Int(child.byteClass)]
        rows[row + Int(child.byteClass)] = child.node
        queue.append(child.node)
      }
    }
    return rows.map { ends[$0].isEmpty ? Int32($0 * classCount) : ~Int32($0 * classCount) }
  }
}
