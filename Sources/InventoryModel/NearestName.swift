/// Finds what somebody meant who mistyped a name.
package enum NearestName {
  /// The name with the fewest changed, missing, surplus and swapped characters, if they are few.
  package static func of(_ name: String, in names: some Sequence<String>) -> String? {
    let nearest = names.map { (distance: distance(name.lowercased(), $0.lowercased()), name: $0) }.min { $0 < $1 }
    guard let nearest, nearest.distance <= max(1, name.count / 3) else { return nil }
    return nearest.name
  }

  /// `; did you mean 'x'?`, or nothing.
  package static func hint(for name: String, in names: some Sequence<String>) -> String {
    of(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var (beforeLast, last) = ([Int](), Array(0...right.count))
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
