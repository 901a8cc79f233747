import Parallelism
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 7]) func `results are in the order of the values`(width: Int) async {
    let values = Array(0..<1_000)
    let doubled = await Parallel(width: width).map(values, batch: 3) { $0.map { $0 * 2 } }
    #expect(doubled == values.map { $0 * 2 })
  }

  @Test(arguments: [1, 2, 7]) func `what was made is taken in the order of the values`(width: Int) async {
    let values = Array(0..<300)
    var taken: [Int] = []
    await Parallel(width: width).forEach(values, costs: values.map { $0 % 50 == 49 ? 900 : 1 }) {
      $0
    } take: {
      taken.append($0)
    }
    #expect(taken == values)
  }

  @Test(arguments: [1, 2, 7]) func `all that is added is worked on once`(width: Int) async {
    let seen = await Parallel(width: width).explore([1]) { number, add in
      add([number * 2, number * 2 + 1].filter { $0 < 500 })
      return number
    }
    #expect(seen.sorted() == Array(1..<500))
  }

  @Test func `nothing to do is done at once`() async {
    let none: [Int] = []
    #expect(await Parallel(width: 4).map(none, batch: 8) { Array($0) }.isEmpty)
    #expect(await Parallel(width: 4).explore(none) { number, _ in number }.isEmpty)
    await Parallel(width: 4).forEach(none, costs: []) {
      $0
    } take: { _ in
      Issue.record("nothing is there to take")
    }
  }
}
