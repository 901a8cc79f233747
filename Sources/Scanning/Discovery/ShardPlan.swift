import InventoryModel

/// How a tree is split into parts: runs of neighbouring folders with about as many files each, cut where the folders
/// have least in common, so that packages stay together. Depends on the files' paths alone.
struct ShardPlan: Sendable {
  /// The first folder of each part but the first, as components; ascending.
  private let starts: [[Substring]]

  /// One part of a plan.
  struct Part: Sendable {
    let plan: ShardPlan
    let shard: Shard

    /// Whether a file belongs to the part.
    func holds(_ path: String) -> Bool { plan.number(of: path) == shard.number }
  }

  init(_ paths: some Sequence<String>, count: Int) {
    var counts: [[Substring]: Int] = [:]
    for path in paths { counts[ShardPlan.folder(of: path), default: 0] += 1 }
    let folders = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var position = 0
    let cuts = folders.indices.map { index in
      defer { position += folders[index].value }
      return Cut(
        start: folders[index].key, position: position,
        depth: index == 0 ? 0 : zip(folders[index - 1].key, folders[index].key).prefix { $0 == $1 }.count)
    }
    starts = ShardPlan.starts(of: count, among: cuts.dropFirst(), total: position)
  }

  /// A place where a part may begin.
  private struct Cut {
    let start: [Substring]
    /// How many files come before it.
    let position: Int
    /// How many components the folders on both sides share.
    let depth: Int
  }

  private static func starts(of count: Int, among cuts: ArraySlice<Cut>, total: Int) -> [[Substring]] {
    var starts: [[Substring]] = []
    var rest = cuts
    for number in 1..<max(count, 1) {
      let ideal = total * number / count
      let slack = total / (4 * count)
      let near = rest.filter { abs($0.position - ideal) <= slack }
      let best =
        near.min { ($0.depth, abs($0.position - ideal)) < ($1.depth, abs($1.position - ideal)) }
        ?? rest.min { abs($0.position - ideal) < abs($1.position - ideal) }
      guard let best else { break }
      starts.append(best.start)
      rest = rest.drop { $0.position <= best.position }
    }
    return starts
  }

  /// The number of the part that a file is in, from 1.
  func number(of path: String) -> Int {
    let folder = ShardPlan.folder(of: path)
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if folder.lexicographicallyPrecedes(starts[middle]) { high = middle } else { low = middle + 1 }
    }
    return low + 1
  }

  private static func folder(of path: String) -> [Substring] {
    Array(path.split(separator: "/", omittingEmptySubsequences: false).dropLast())
  }
}

extension SourceFiles {
  /// Makes this the files of a part: it begins with its own, and all are there to be followed to.
  mutating func keep(_ shard: Shard) {
    let part = ShardPlan.Part(plan: ShardPlan(files.map(\.path), count: shard.count), shard: shard)
    skipped.removeAll { !part.holds($0.path) }
    if shard.number > 1 { others = [] }
    self.part = part
  }
}
