/// Writes a document in the compact form.
struct PackedWriter {
  private var texts: [[UInt8]] = []
  /// By their bytes, because texts can be equal and yet of other bytes.
  private var numbers: [[UInt8]: Int] = [:]
  private var nodes: [UInt8] = []

  /// All that was written.
  var packed: String {
    var bytes: [UInt8] = []
    append(texts.count, to: &bytes)
    for text in texts {
      append(text.count, to: &bytes)
      bytes += text
    }
    return String(decoding: bytes + nodes, as: UTF8.self)
  }

  mutating func write(_ node: YAMLNode) {
    switch node {
    case .scalar(let scalar): write(scalar)
    case .sequence(let sequence):
      begin(.sequence, sequence.elements.count, at: sequence.position)
      for element in sequence.elements { write(element) }
    case .mapping(let mapping):
      begin(.mapping, mapping.entries.count, at: mapping.position)
      for entry in mapping.entries {
        write(entry.key)
        write(entry.value)
      }
    }
  }

  private mutating func write(_ scalar: YAMLScalar) {
    begin(PackedKind(scalar.style), number(of: Array(scalar.text.utf8)), at: scalar.position)
  }

  private mutating func begin(_ kind: PackedKind, _ number: Int, at position: YAMLPosition) {
    append(kind.rawValue + number * PackedKind.count, to: &nodes)
    append(position.line, to: &nodes)
    append(position.column, to: &nodes)
  }

  private mutating func number(of text: [UInt8]) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  private func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(number)
    while rest > 0x3F {
      bytes.append(UInt8(rest & 0x3F) | 0x40)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }
}
