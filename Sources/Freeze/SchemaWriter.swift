import YAML

extension KeySchema {
  /// The schema as the text of a `redis-schema.yml`: equal schemas are equal bytes.
  package var text: String {
    var writer = SchemaWriter()
    writer.write(self)
    return writer.text
  }
}

/// Writes a schema as YAML.
struct SchemaWriter {
  private(set) var text = """
    # The key schema of this tree, written by `redis-inventory schema --write`: production code only, `{}` is what is
    # known only at run time. `redis-inventory check` reports what departs from it without a plan under `plans:`.
    version: \(KeySchema.version)

    """

  mutating func write(_ schema: KeySchema) {
    section("keys", schema.keys) { writer, key in
      writer.head("key", key.template)
      writer.list("types", key.types)
      writer.list("commands", key.commands)
      writer.times(key.ttl)
      writer.uses("writers", key.writers)
      writer.uses("readers", key.readers)
    }
    section("channels", schema.channels) { writer, channel in
      writer.head("channel", channel.template)
      writer.uses("publishers", channel.publishers)
      writer.uses("subscribers", channel.subscribers)
    }
    section("scripts", schema.scripts) { writer, script in
      writer.head("script", script.path)
      writer.line("sha1: \(script.sha1)")
      if let keys = script.keys { writer.line("keys: \(keys)") }
      writer.list("commands", script.commands)
      writer.uses("callers", script.callers)
    }
    section("locks", schema.locks) { writer, lock in
      writer.head("lock", lock.name)
      writer.times(lock.ttl)
      writer.list("connections", lock.connections)
      writer.uses("users", lock.users)
    }
  }

  private mutating func section<Entry>(
    _ name: String, _ entries: [Entry], _ write: (inout SchemaWriter, Entry) -> Void
  ) {
    text += entries.isEmpty ? "\(name): []\n" : "\(name):\n"
    for entry in entries { write(&self, entry) }
  }

  private mutating func head(_ name: String, _ value: String) { text += "  - \(name): \(YAMLQuoting.quoted(value))\n" }
  private mutating func line(_ line: String) { text += "    \(line)\n" }

  private mutating func list(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    line("\(name): [\(values.map(SchemaWriter.plainOrQuoted).joined(separator: ", "))]")
  }

  private mutating func times(_ times: [TimeToLive]) {
    guard !times.isEmpty else { return }
    line("ttl: [\(times.map(\.text).joined(separator: ", "))]")
  }

  private mutating func uses(_ name: String, _ uses: [SymbolUse]) {
    guard !uses.isEmpty else { return }
    line("\(name):")
    for use in uses { line("  - \(SchemaWriter.plainOrQuoted(use.text))") }
  }

  /// Without quotes where no reader of YAML can take it for anything but this text.
  private static func plainOrQuoted(_ text: String) -> String {
    let bytes = text.utf8
    let isPlain = bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: " "): true
      case UInt8(ascii: ":"), UInt8(ascii: "*"): true
      default: false
      }
    }
    let isWord = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    guard isPlain, !isWord, let first = bytes.first, let last = bytes.last, isLetter(first), last != 0x3A, last != 0x20,
      !text.contains(": ")
    else { return YAMLQuoting.quoted(text) }
    return text
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension SymbolUse {
  /// `app/cart.py::Cart.add`; of the top level the path alone.
  package var text: String { symbol.map { "\(path)::\($0)" } ?? path }

  /// Reads what `text` writes.
  init(text: String) {
    guard let range = text.ranges(of: "::").last else {
      self.init(path: text, symbol: nil)
      return
    }
    self.init(path: String(text[..<range.lowerBound]), symbol: String(text[range.upperBound...]))
  }
}

extension TimeToLive {
  /// In seconds, or `unknown`.
  package var text: String {
    switch self {
    case .seconds(let seconds): Int(exactly: seconds).map(String.init) ?? seconds.description
    case .unknown: "unknown"
    }
  }

  /// Reads what `text` writes.
  init?(text: String) {
    if text == "unknown" {
      self = .unknown
      return
    }
    guard let seconds = Double(text), seconds.isFinite else { return nil }
    self = .seconds(seconds)
  }
}
