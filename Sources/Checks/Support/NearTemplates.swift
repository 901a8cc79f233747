/// Templates that look as if they were meant to be equal.
enum NearTemplates {
  /// Whether two templates differ in one literal part by a slip: a letter or two, a plural, the case, the separators, or a
  /// part that one lacks at its beginning.
  static func areNear(_ left: String, _ right: String) -> Bool {
    guard left != right, KeyTemplate.isTelling(left), KeyTemplate.isTelling(right) else { return false }
    let (one, other) = (parts(of: left), parts(of: right))
    if one == other { return true }
    if one.count == other.count {
      let differing = zip(one, other).filter { $0 != $1 }
      guard differing.count == 1, let (first, second) = differing.first else { return false }
      return isSlip(first, second)
    }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return long.count == short.count + 1 && Array(long.dropFirst()) == short
  }

  private static func parts(of template: String) -> [String] {
    template.split { ":/._-|".contains($0) }.map(String.init)
  }

  private static func isSlip(_ left: String, _ right: String) -> Bool {
    guard !left.contains("{}"), !right.contains("{}"), left.count > 2, right.count > 2 else { return false }
    if left.lowercased() == right.lowercased() { return true }
    // A digit tells two things apart on purpose: v1 and v2.
    guard !left.contains(where: \.isNumber), !right.contains(where: \.isNumber) else { return false }
    if left + "s" == right || right + "s" == left { return true }
    return min(left.count, right.count) > 5 && distance(left, right) == 1
  }

  /// How many letters must be put in, left out or changed.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
