import Foundation
import TestSupport
import Testing

/// Broken sources for `FUZZ_SECONDS`; `make fuzz SECONDS=n` runs it. Each input is written to `FUZZ_FOLDER` before it is
/// read, so that the input of a crash is the one that lies there; `FUZZ_SEED` repeats a run, `FUZZ_DIALECT` takes one alone.
@Suite(.serialized, .enabled(if: FuzzSettings.seconds > 0))
struct FrontEndFuzzTests {
  @Test("broken sources", arguments: FuzzSettings.dialects)
  func brokenSources(dialect: Dialect) throws {
    let reader = try Reader(dialect)
    let sources = try dialect.fixtures.map { try Fixtures.bytes($0) }
    let others = try Dialect.allCases.flatMap { try $0.fixtures.prefix(20).map { try Fixtures.bytes($0) } }
    let seed = FuzzSettings.seed
    let input = FuzzSettings.folder.appending(path: "front-end-input.\(dialect.endings[0])")
    print("fuzzing \(dialect) from seed \(seed), input in \(input.path(percentEncoded: false))")
    let end = ContinuousClock.now.advanced(by: .seconds(FuzzSettings.seconds) / FuzzSettings.dialects.count)
    var count: UInt64 = 0
    while ContinuousClock.now < end {
      var mutator = Mutator(seed: seed &+ count)
      let source = sources.isEmpty ? Array("x = f(1)\n".utf8) : sources[mutator.number(below: sources.count)]
      let broken = mutator.mutated(source, with: others)
      try Data(broken).write(to: input)
      let start = ContinuousClock.now
      let problems = reader.unsoundness(of: broken)
      let time = ContinuousClock.now - start
      if !problems.isEmpty || time > .seconds(10) {
        let kept = FuzzSettings.folder.appending(path: "\(dialect)-\(seed &+ count).\(dialect.endings[0])")
        try Data(broken).write(to: kept)
        Issue.record("seed \(seed &+ count): \(problems) after \(time), \(kept.path(percentEncoded: false))")
      }
      count += 1
    }
    try FileManager.default.removeItem(at: input)
    print("fuzzed \(dialect) with \(count) inputs")
  }
}

/// What the environment asks of a fuzz run.
enum FuzzSettings {
  /// All dialects together; 0 for no run.
  static var seconds: Int { variable("FUZZ_SECONDS").flatMap { Int($0) } ?? 0 }

  static var dialects: [Dialect] {
    variable("FUZZ_DIALECT").flatMap { Dialect(rawValue: $0) }.map { [$0] } ?? Dialect.allCases
  }

  static var seed: UInt64 {
    variable("FUZZ_SEED").flatMap { UInt64($0) } ?? UInt64(Date().timeIntervalSince1970)
  }

  static var folder: URL {
    URL(filePath: variable("FUZZ_FOLDER") ?? NSTemporaryDirectory(), directoryHint: .isDirectory)
  }

  private static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
