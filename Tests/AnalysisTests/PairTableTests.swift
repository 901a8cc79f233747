import Testing

@testable import Analysis

struct PairTableTests {
  @Test func `each pair keeps its number while the table grows`() {
    var table = PairTable()
    let pairs = (Int32(-60)..<60).flatMap { first in (Int32(-60)..<60).map { (first, $0) } }
    for (number, pair) in pairs.enumerated() { table.insert(Int32(number), for: pair.0, pair.1) }
    #expect(pairs.map { table[$0.0, $0.1] } == pairs.indices.map { Int32($0) })
  }

  @Test func `a pair that was never put in has no number`() {
    var table = PairTable()
    table.insert(0, for: 1, 2)
    #expect(table[2, 1] == nil)
    #expect(table[0, 0] == nil)
  }
}
