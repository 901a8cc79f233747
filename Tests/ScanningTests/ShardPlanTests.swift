import InventoryModel
import Testing

@testable import Scanning

@Suite struct ShardPlanTests {
  private func parts(_ paths: [String], _ count: Int) -> [[String]] {
    let plan = ShardPlan(paths, count: count)
    return (1...count).map { number in paths.filter { plan.number(of: $0) == number } }
  }

  @Test func `a folder is never split`() {
    let paths = (1...40).map { "a/\($0).py" } + (1...3).map { "b/\($0).py" }
    #expect(parts(paths, 4).map(\.count) == [40, 3, 0, 0])
  }

  @Test func `parts are cut between packages rather than inside one`() {
    let paths =
      (1...9).map { "cart/\($0).py" } + (1...2).map { "cart/store/\($0).py" } + (1...9).map { "shop/\($0).py" }
    #expect(parts(paths, 2).map(\.count) == [11, 9])
  }

  @Test func `parts have about as many files each`() {
    let paths = (0..<400).map { "part\($0 / 100)/package\($0 / 10 % 10)/\($0).py" }
    for count in [2, 4, 5, 8] {
      let sizes = parts(paths, count).map(\.count)
      #expect(sizes.reduce(0, +) == 400)
      #expect(sizes.allSatisfy { abs($0 - 400 / count) <= 200 / count }, "\(sizes)")
    }
  }

  @Test func `files of a folder stay with it, whatever lies below`() {
    let paths = ["a/b.py", "a/b/c.py", "a/c.py", "a/d/e.py", "z.py"]
    for count in 1...5 {
      let plan = ShardPlan(paths, count: count)
      #expect(plan.number(of: "a/b.py") == plan.number(of: "a/c.py"))
    }
  }

  @Test func `no files make empty parts`() {
    #expect(ShardPlan([], count: 3).number(of: "a/b.py") == 1)
  }
}
