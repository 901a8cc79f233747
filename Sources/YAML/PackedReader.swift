/// Reads a document from the compact form.
struct PackedReader {
  /// The text is of another form.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var next = 0
  private var texts: [String] = []
  private let depthLimit = YAML.Limits().depth

  init(_ packed: String) { bytes = Array(packed.utf8) }

  /// The document; it must be all that there is.
  mutating func read() throws(Malformed) -> YAMLNode {
    try readTexts()
    let node = try node(depth: 0)
    guard next == bytes.count else { throw Malformed() }
    return node
  }

  private mutating func readTexts() throws(Malformed) {
    let count = try number()
    guard count <= bytes.count - next else { throw Malformed() }
    texts.reserveCapacity(count)
    for _ in 0..<count {
      let length = try number()
      guard length <= bytes.count - next else { throw Malformed() }
      texts.append(String(decoding: bytes[next..<next + length], as: UTF8.self))
      next += length
    }
  }

  private mutating func node(depth: Int) throws(Malformed) -> YAMLNode {
    let (kind, number, position) = try head()
    if let style = kind.style { return .scalar(try scalar(number, style, at: position)) }
    guard depth < depthLimit, number <= bytes.count - next else { throw Malformed() }
    if kind == .sequence {
      var elements: [YAMLNode] = []
      elements.reserveCapacity(number)
      for _ in 0..<number { elements.append(try node(depth: depth + 1)) }
      return .sequence(YAMLSequence(elements: elements, position: position))
    }
    var entries: [YAMLMapping.Entry] = []
    entries.reserveCapacity(number)
    for _ in 0..<number {
      let (kind, number, position) = try head()
      guard let style = kind.style else { throw Malformed() }
      let key = try scalar(number, style, at: position)
      entries.append(YAMLMapping.Entry(key: key, value: try node(depth: depth + 1)))
    }
    return .mapping(YAMLMapping(entries: entries, position: position))
  }

  private func scalar(
    _ number: Int, _ style: YAMLScalar.Style, at position: YAMLPosition
  ) throws(Malformed) -> YAMLScalar {
    guard number < texts.count else { throw Malformed() }
    return YAMLScalar(text: texts[number], style: style, position: position)
  }

  private mutating func head() throws(Malformed) -> (kind: PackedKind, number: Int, position: YAMLPosition) {
    let first = try number()
    guard let kind = PackedKind(rawValue: first % PackedKind.count) else { throw Malformed() }
    let line = try number()
    return (kind, first / PackedKind.count, YAMLPosition(line: line, column: try number()))
  }

  private mutating func number() throws(Malformed) -> Int {
    var number = 0
    for shift in stride(from: 0, to: 60, by: 6) {
      guard next < bytes.count, bytes[next] < 0x80 else { break }
      let byte = Int(bytes[next])
      next += 1
      number |= (byte & 0x3F) << shift
      if byte & 0x40 == 0 { return number }
    }
    throw Malformed()
  }
}
