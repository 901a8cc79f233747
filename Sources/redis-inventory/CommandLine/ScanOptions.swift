import InventoryModel
import Scanning

/// The flags that all commands share which scan.
enum ScanOptions {
  static func read(_ arguments: Arguments) throws(UsageError) -> Options {
    var options = Options()
    options.include = arguments.values(of: "--include")
    options.exclude = arguments.values(of: "--exclude")
    options.rules = arguments.value(of: "--rules")
    if arguments.has("--exhaustive") { options.exhaustive = true }
    if let text = arguments.value(of: "--shard") {
      guard let shard = Shard(text) else { throw UsageError("'\(text)' is no --shard: 2/8 is the second of eight") }
      options.shard = shard
    }
    if let text = arguments.value(of: "--threads") {
      guard let count = Int(text), (1...1024).contains(count) else {
        throw UsageError("'\(text)' is no number of threads")
      }
      options.threads = count
    }
    return options
  }
}
