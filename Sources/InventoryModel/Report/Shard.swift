/// One of the parts that a scan is split into.
package struct Shard: Sendable, Hashable {
  /// From 1.
  package let number: Int
  package let count: Int

  /// The most parts that a scan can have.
  package static let countLimit = 10_000

  /// Nil where there is no such part.
  package init?(number: Int, count: Int) {
    guard (1...Shard.countLimit).contains(count), (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// As the command line takes it: `2/8`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(number: number, count: count)
  }
}

/// What the report of a part of a scan says beyond that of a whole one, so that all parts can be put together.
package struct ShardRecord: Sendable, Hashable {
  package var shard: Shard
  /// The part's own files that were parsed; sorted.
  package var parsed: [String]
  /// Files of other parts that were parsed, since something in this part leads to them; sorted by path.
  package var crossings: [Crossing]

  /// A file of another part that had to be parsed.
  package struct Crossing: Sendable, Hashable {
    package var path: String
    /// Where a file of this part imports it first; nil where it was found by a name that leads to a client here.
    package var importedAt: SourcePlace?

    package init(path: String, importedAt: SourcePlace?) {
      self.path = path
      self.importedAt = importedAt
    }
  }

  package init(shard: Shard, parsed: [String], crossings: [Crossing] = []) {
    self.shard = shard
    self.parsed = parsed
    self.crossings = crossings
  }
}
