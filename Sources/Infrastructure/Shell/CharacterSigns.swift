/// A character as a reader of shell lines tells it from others: one of ASCII is itself, of others it counts what they are.
struct CharacterSign: Equatable, ExpressibleByUnicodeScalarLiteral {
  private let byte: UInt8

  /// A letter beyond ASCII.
  private static let letter: UInt8 = 0x80
  /// A number beyond ASCII.
  private static let number: UInt8 = 0x81
  /// Any other character beyond ASCII that shows.
  private static let other: UInt8 = 0xFF

  init(unicodeScalarLiteral scalar: Unicode.Scalar) { byte = UInt8(ascii: scalar) }

  init(ascii: UInt8) { byte = ascii }

  /// `\r\n` is as `\n`; ends of lines and white space beyond ASCII are as those that say nothing more in a shell.
  init(_ character: Character) {
    byte =
      if let ascii = character.asciiValue {
        ascii
      } else if character.isNewline {
        0x0B
      } else if character.isWhitespace {
        0x09
      } else if character.isLetter {
        CharacterSign.letter
      } else {
        character.isNumber ? CharacterSign.number : CharacterSign.other
      }
  }

  var isNewline: Bool { (0x0A...0x0D).contains(byte) }

  var isWhitespace: Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  var isNumber: Bool { (0x30...0x39).contains(byte) || byte == CharacterSign.number }

  var isLetter: Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte == CharacterSign.letter }

  /// Whether it can be part of the name of what `<the key>` stands for.
  static func isOfName(_ sign: CharacterSign) -> Bool {
    sign.isLetter || sign.isNumber || ["-", "_", " "].contains(sign)
  }
}

/// A text with a sign for each of its characters.
struct CharacterSigns {
  private let signs: [CharacterSign]
  private let bytes: [UInt8]
  /// Where each character begins, and where the last ends; nil where each is a byte.
  private let starts: [Int]?

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      signs = bytes.map(CharacterSign.init(ascii:))
      starts = nil
    } else {
      var (signs, starts, end) = ([CharacterSign](), [0], 0)
      for character in text {
        signs.append(CharacterSign(character))
        end += character.utf8.count
        starts.append(end)
      }
      (self.signs, self.starts) = (signs, starts)
    }
  }

  var count: Int { signs.count }

  subscript(index: Int) -> CharacterSign { signs[index] }

  /// The bytes of the characters in a range.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    starts.map { bytes[$0[range.lowerBound]..<$0[range.upperBound]] } ?? bytes[range]
  }

  /// Adds the bytes of a character.
  func append(_ index: Int, to word: inout [UInt8]) {
    if starts == nil { word.append(bytes[index]) } else { word += bytes(index..<(index + 1)) }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }
}
