/// The lowered files by their numbers.
struct LoweredFiles {
  private var byNumber: [LoweredFile?] = []

  subscript(_ number: Int32) -> LoweredFile? {
    byNumber.indices.contains(Int(number)) ? byNumber[Int(number)] : nil
  }

  func contains(_ number: Int32) -> Bool { byNumber.indices.contains(Int(number)) && byNumber[Int(number)] != nil }

  /// All of them, by number.
  var all: some Sequence<LoweredFile> { byNumber.lazy.compactMap(\.self) }

  mutating func insert(_ file: LoweredFile) {
    let missing = Int(file.number) + 1 - byNumber.count
    if missing > 0 { byNumber.append(contentsOf: repeatElement(nil, count: missing)) }
    byNumber[Int(file.number)] = file
  }
}
