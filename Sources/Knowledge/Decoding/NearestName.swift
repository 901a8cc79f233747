/// The name that was probably meant, if one is near enough.
func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let limit = max(1, name.unicodeScalars.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(name.lowercased(), candidate.lowercased())
    guard distance <= limit else { continue }
    if best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true { best = (candidate, distance) }
  }
  return best?.name
}

/// How many characters must be added, removed or replaced to make one text the other.
private func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right.unicodeScalars)
  var row = Array(0...right.count)
  for (line, character) in left.unicodeScalars.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for column in right.indices {
      let replaced = diagonal + (character == right[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}
