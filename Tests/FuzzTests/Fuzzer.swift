import FoundationEssentials

/// Makes broken input out of samples, for a number of rounds or for `FUZZ_SECONDS`, the same for the same `FUZZ_SEED`.
///
/// A crash ends the process, so with `FUZZ_FOLDER` set each input is written there before it is used.
struct Fuzzer {
  let name: String
  let samples: [String]

  /// Rounds without `FUZZ_SECONDS`, as in a plain test run.
  var rounds = 100

  private static let pieces: [[UInt8]] =
    [
      "(", ")", "[", "]", "{", "}", "<", ">", "\"", "'", "`", "\"\"\"", "\\", "\\(", "${", "#{", "%s", ",", ";", ":",
      ".",
      "=", ":=", "->", "=>", "-", "--", "//", "/*", "*/", "#", "@", "&a ", "*a", "\n", "\r\n", "\n\n", "\t", "    ",
      "\0",
      "é", "👍🏽", "\u{FEFF}", "\u{2028}", "async ", "await ", "return ", "def f(", "func ", "class ", "import ", "from ",
      "end", "nil", "0x", "1e999", "99999999999999999999",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  /// Hands each input to `body`.
  func run(_ body: ([UInt8]) throws -> Void) throws {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["FUZZ_SECONDS"].flatMap(Double.init)
    let seed = environment["FUZZ_SEED"].flatMap(UInt64.init) ?? (seconds == nil ? 1 : UInt64.random(in: 1...9_999))
    let file = environment["FUZZ_FOLDER"].map { URL(filePath: $0).appending(path: name) }
    let sources = samples.map { Array($0.utf8) }
    var generator = SeededGenerator(seed: seed)
    let start = ContinuousClock.now
    var round = 0
    while seconds.map({ ContinuousClock.now - start < .seconds($0) }) ?? (round < rounds) {
      let input = broken(sources, using: &generator)
      if let file { try Data(input).write(to: file) }
      try body(input)
      round += 1
    }
    if seconds != nil { print("fuzz: \(name): \(round) inputs from seed \(seed)") }
  }

  private func broken(_ sources: [[UInt8]], using generator: inout SeededGenerator) -> [UInt8] {
    var input = sources.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let range = range(in: input, using: &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: input.removeSubrange(range)
      case 1: input.insert(contentsOf: input[range], at: range.lowerBound)
      case 2, 3: input.replaceSubrange(range.prefix(0), with: Fuzzer.pieces.randomElement(using: &generator) ?? [])
      case 4:
        let piece = Fuzzer.pieces.randomElement(using: &generator) ?? []
        let count = [3, 30, 300, 3_000].randomElement(using: &generator) ?? 3
        input.insert(contentsOf: repeatElement(piece, count: count).joined(), at: range.lowerBound)
      case 5:
        let other = sources.randomElement(using: &generator) ?? []
        input.replaceSubrange(range, with: other[self.range(in: other, using: &generator)])
      default:
        for index in range.prefix(8) { input[index] = UInt8.random(in: 0...255, using: &generator) }
      }
    }
    return Array(input.prefix(200_000))
  }

  private func range(in input: [UInt8], using generator: inout SeededGenerator) -> Range<Int> {
    let start = Int.random(in: 0...input.count, using: &generator)
    let length = Int.random(in: 0...Swift.min(200, input.count - start), using: &generator)
    return start..<start + length
  }
}

/// SplitMix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
