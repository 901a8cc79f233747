/// Breaks sources in ways that depend on nothing but its seed.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func number(below bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }

  private mutating func range(in source: [UInt8], upTo length: Int) -> Range<Int> {
    let start = number(below: source.count + 1)
    return start..<min(source.count, start + number(below: length + 1))
  }

  /// A source with a few changes; pieces may come from any of `sources`.
  mutating func mutated(_ source: [UInt8], with sources: [[UInt8]]) -> [UInt8] {
    var result = source
    for _ in 0...number(below: 6) { change(&result, with: sources) }
    return Array(result.prefix(60_000))
  }

  private mutating func change(_ source: inout [UInt8], with others: [[UInt8]]) {
    let place = range(in: source, upTo: 0).lowerBound
    switch number(below: 8) {
    case 0:
      guard place < source.count else { return }
      source[place] = UInt8(truncatingIfNeeded: next())
    case 1:
      guard place < source.count else { return }
      source[place] ^= 1 << UInt8(number(below: 8))
    case 2: source.removeSubrange(range(in: source, upTo: 40))
    case 3: source.removeSubrange(place..<source.count)
    case 4:
      let piece = source[range(in: source, upTo: 80)]
      for _ in 0...number(below: 12) { source.insert(contentsOf: piece, at: place) }
    case 5:
      let other = others.isEmpty ? source : others[number(below: others.count)]
      source.insert(contentsOf: other[range(in: other, upTo: 200)], at: place)
    case 6: source.insert(contentsOf: signs[number(below: signs.count)].utf8, at: place)
    default:
      let sign = signs[number(below: signs.count)]
      source.insert(contentsOf: String(repeating: sign, count: number(below: 400)).utf8, at: place)
    }
  }

  private var signs: [String] {
    [
      "(", ")", "[", "]", "{", "}", "\"", "'", "`", "\\", "\n", "\r\n", "${", "\\(", "#", "//", "/*", "--[[", "\"\"\"",
      ".", ",", ";", ":", "=", "=>", "->", "?", "!", "@", "$", "<", ">", "…", "\u{0}", "\u{FEFF}", "f\"{", "%s", "0x",
      "1e999", "func ", "def ", "class ", "function ", "end ", "return ", "for x in ", "if ", "try ", "await ",
    ]
  }
}
