/// Puts values into bytes, for `ByteReader`.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ value: UInt64) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func add(_ values: [UInt64]) {
    add(UInt64(values.count))
    bytes.reserveCapacity(bytes.count + values.count * 8)
    for value in values { add(value) }
  }

  mutating func add(_ text: [UInt8]) {
    add(UInt64(text.count))
    bytes.append(contentsOf: text)
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// What was added, behind a mark that tells what it is and a digest that tells whether it is whole.
  func sealed(mark: [UInt8]) -> [UInt8] {
    let digest = ContentDigest(of: bytes.span, key: .wholeness)
    var head = ByteWriter()
    head.add(digest.high)
    head.add(digest.low)
    return mark + head.bytes + bytes
  }
}

/// Takes values out of bytes that anybody may have written: gives nil, never more than there is.
struct ByteReader {
  private let bytes: [UInt8]
  private var index: Int

  init(_ bytes: [UInt8], from index: Int = 0) {
    self.bytes = bytes
    self.index = index
  }

  /// A reader of what a writer has sealed; nil where it is of another kind or not whole.
  init?(sealed bytes: [UInt8], mark: [UInt8]) {
    let start = mark.count + 16
    guard bytes.starts(with: mark), bytes.count >= start else { return nil }
    let digest = ContentDigest(of: bytes.span.extracting(start...), key: .wholeness)
    guard bytes.span.word(at: mark.count) == digest.high, bytes.span.word(at: mark.count + 8) == digest.low
    else { return nil }
    self.init(bytes, from: start)
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func number() -> UInt64? {
    guard bytes.count - index >= 8 else { return nil }
    defer { index += 8 }
    return bytes.span.word(at: index)
  }

  /// How many values of a size follow.
  private mutating func count(size: Int) -> Int? {
    guard let count = number(), count <= UInt64((bytes.count - index) / size) else { return nil }
    return Int(count)
  }

  mutating func numbers() -> [UInt64]? {
    guard let count = count(size: 8) else { return nil }
    let start = index
    index += count * 8
    let span = bytes.span
    return (0..<count).map { span.word(at: start + $0 * 8) }
  }

  mutating func text() -> [UInt8]? {
    guard let count = count(size: 1) else { return nil }
    defer { index += count }
    return Array(bytes[index..<(index + count)])
  }

  /// Where a text stands that it passes over.
  mutating func range() -> Range<Int>? {
    guard let count = count(size: 1) else { return nil }
    defer { index += count }
    return index..<(index + count)
  }

  mutating func string() -> String? { text().map { String(decoding: $0, as: UTF8.self) } }
}

extension Span<UInt8> {
  /// Eight bytes from a position as a number, the first the least.
  func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= count - 8)
    return unsafe withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }
}
