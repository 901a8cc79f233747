/// Numbers, none of them negative, by pairs of numbers.
///
/// A table of its own, because members of types, files and packages are looked up all the time: a dictionary takes three
/// times as long.
struct PairTable {
  private struct Place {
    var first: Int32 = 0
    var second: Int32 = 0
    var value: Int32 = -1
  }

  /// Each pair's number stands at the first free place from where its hash points to.
  private var places = [Place](repeating: Place(), count: 1 << 10)
  private var count = 0
  /// Another in each run, so that nobody can choose pairs that meet at one place.
  private let factor = UInt64.random(in: .min ... .max) | 1

  subscript(_ first: Int32, _ second: Int32) -> Int32? {
    let value = places[place(of: first, second)].value
    return value < 0 ? nil : value
  }

  /// Adds the number of a pair that has none.
  mutating func insert(_ value: Int32, for first: Int32, _ second: Int32) {
    places[place(of: first, second)] = Place(first: first, second: second, value: value)
    count += 1
    if count * 2 > places.count { grow() }
  }

  /// Where the number of a pair stands, or would.
  private func place(of first: Int32, _ second: Int32) -> Int {
    let pair = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    // The upper bits depend on all of the pair.
    var place = Int(truncatingIfNeeded: (pair &* factor) >> UInt64(64 - places.count.trailingZeroBitCount))
    while places[place].value >= 0, places[place].first != first || places[place].second != second {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = places
    places = [Place](repeating: Place(), count: old.count * 2)
    for entry in old where entry.value >= 0 { places[place(of: entry.first, entry.second)] = entry }
  }
}
