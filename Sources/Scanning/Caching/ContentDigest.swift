/// Tells contents apart by 128 bits, under a key that nobody outside knows, so that no file can be made to look like
/// another.
struct ContentDigest: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  /// What a digest is made under.
  struct Key: Sendable {
    let first: UInt64
    let second: UInt64

    /// Finds what was only partly written; no secret.
    static let wholeness = Key(first: 0x243F_6A88_85A3_08D3, second: 0x1319_8A2E_0370_7344)

    static var random: Key {
      Key(first: .random(in: .min ... .max), second: .random(in: .min ... .max))
    }
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(of bytes: Span<UInt8>, key: Key) {
    var first = key.first ^ UInt64(bytes.count)
    var second = key.second
    var index = 0
    while index &+ 8 <= bytes.count {
      let word = bytes.word(at: index)
      first = ContentDigest.mixed(first ^ word, key.second ^ 0x9E37_79B9_7F4A_7C15)
      second = ContentDigest.mixed(second ^ word ^ first, key.first ^ 0xC2B2_AE3D_27D4_EB4F)
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index &+= 1
    }
    first = ContentDigest.mixed(first ^ rest, key.second ^ 0x1656_67B1_9E37_79F9)
    second = ContentDigest.mixed(second ^ rest ^ first, key.first ^ 0x27D4_EB2F_1656_67C5)
    (high, low) = (ContentDigest.mixed(first, key.first | 1), ContentDigest.mixed(second ^ first, key.second | 1))
  }

  /// Both halves of the product, together.
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low ^ left
  }
}
