private import ByteSkip

/// Finds the places where one of some words may begin, by its first bytes, many bytes at a time.
struct WordStarts: Sendable {
  private let table: ByteSkip

  /// - Parameter words: none is empty.
  init(_ words: [String], ignoringCase: Bool) {
    var table = ByteSkip()
    let forms = words.flatMap { ignoringCase ? [$0.asciiLowercased, $0.asciiUppercased] : [Array($0.utf8)] }
    // Neighbours have bytes in common, so that few other texts fit a group.
    let beginnings = Set(forms.map(WordStarts.beginning)).sorted { $0.lexicographicallyPrecedes($1) }
    let groups = Dictionary(
      uniqueKeysWithValues: beginnings.enumerated().map { ($0.element, $0.offset * 8 / beginnings.count) })
    for form in forms {
      let group = groups[WordStarts.beginning(form)] ?? 0
      unsafe byte_skip_add(&table, form, form.count, Int32(group))
    }
    self.table = table
  }

  /// The bytes of a word that are looked for, in small letters.
  private static func beginning(_ word: [UInt8]) -> [UInt8] {
    word.prefix(BYTE_SKIP_LENGTH).map(WordBoundary.folded)
  }

  /// The first such place from an index on; the number of bytes where there is none.
  func next(in bytes: Span<UInt8>, from index: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe withUnsafePointer(to: table) { unsafe byte_skip($0, buffer.baseAddress, index, buffer.count) }
    }
  }
}

extension String {
  fileprivate var asciiLowercased: [UInt8] { utf8.map(WordBoundary.folded) }

  fileprivate var asciiUppercased: [UInt8] { utf8.map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 } }
}
