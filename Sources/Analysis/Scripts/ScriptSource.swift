import InventoryModel

/// A Lua script as it stands in another language's source: its text, and where each piece of it is written.
struct ScriptSource {
  let text: String
  /// Of the text, where it has no hole.
  let sha1: String?
  /// First line of each piece in the script, its column there, and its place in the source.
  private let pieces: [Piece]

  private struct Piece {
    let line: Int32
    let column: Int32
    let lineCount: Int32
    let place: Place
  }

  init(_ template: Template) {
    var text = ""
    var isStatic = true
    var pieces: [Piece] = []
    var line: Int32 = 1
    var column: Int32 = 1
    for part in template.parts {
      switch part {
      case .hole:
        text += "_"
        isStatic = false
        column += 1
      case .text(let piece, let place):
        let breaks = Int32(piece.utf8.count { $0 == 0x0A })
        pieces.append(Piece(line: line, column: column, lineCount: breaks, place: place))
        text += piece
        line += breaks
        if breaks == 0 {
          column += Int32(piece.unicodeScalars.count)
        } else {
          let tail = piece.unicodeScalars.reversed().prefix { $0 != "\n" }.count
          column = Int32(tail) + 1
        }
      }
    }
    self.text = text
    sha1 = isStatic ? SHA1.hexadecimal(text) : nil
    self.pieces = pieces
  }

  /// Where the script begins.
  var start: Place? { pieces.first?.place }

  /// The literals that it is put together from.
  var places: [Place] { pieces.map(\.place) }

  /// Where a position of the script is written in the source.
  func place(of position: SourcePosition) -> Place? {
    let candidate =
      pieces.last {
        ($0.line, $0.column) <= (position.line, position.column)
      } ?? pieces.first
    guard let piece = candidate else { return nil }
    let line = min(position.line - piece.line, piece.lineCount)
    let column = line == 0 ? piece.place.column + position.column - piece.column : position.column
    return Place(file: piece.place.file, line: piece.place.line + line, column: max(1, column))
  }
}
