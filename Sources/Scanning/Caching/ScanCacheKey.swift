import FileSystem
import InventoryModel
import Knowledge

/// All that a report depends on but the content of files.
struct ScanCacheKey {
  let bytes: [UInt8]

  /// Nil where what it depends on is not on disk, or where it is a part of a scan.
  init?(_ task: ScanTask, program: String) {
    let configuration = task.configuration
    guard configuration.replacement == nil, configuration.shard == nil else { return nil }
    var writer = ByteWriter()
    func add(_ texts: [String]) {
      writer.add(UInt64(texts.count))
      for text in texts { writer.add(text) }
    }
    add([program, task.files.root, configuration.root, configuration.exhaustive ? "exhaustive" : ""])
    add(task.paths)
    add(task.options.include)
    add(task.options.exclude)
    for file in configuration.file?.chain ?? [] {
      guard let content = try? Folder.contents(ofNamed: file.path, limit: 1 << 20) else { return nil }
      writer.add(file.path)
      writer.add(content)
    }
    add(task.tables.flatMap { [$0.name, $0.text] })
    bytes = writer.bytes
  }

  /// What the entry is called.
  var name: String { ScanCacheKey.name(of: bytes) }

  private static let naming = ContentDigest.Key(first: 0x4528_21E6_38D0_1377, second: 0xBE54_66CF_34E9_0C6C)

  /// A name for what depends on some bytes.
  static func name(of bytes: [UInt8]) -> String {
    let digest = ContentDigest(of: bytes.span, key: naming)
    return [digest.high, digest.low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The names of all files in order, and what was left out and why.
  static func names(in files: SourceFiles) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
    }
    for file in files.files { add(file.path) }
    add("")
    for path in files.manifests { add(path) }
    add("")
    for file in files.skipped {
      add(file.path)
      add(file.reason.rawValue)
      add(file.detail ?? "")
    }
    add("")
    for note in files.notes { add(note) }
    return bytes
  }
}
