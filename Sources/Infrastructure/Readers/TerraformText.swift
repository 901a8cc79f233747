/// A block of Terraform's language: `resource "type" "name" { … }`.
struct TerraformBlock {
  var type: String
  var labels: [String]
  var line: Int
  /// Values as written; strings without quotes.
  var attributes: [(name: String, value: String, line: Int)] = []
  var blocks: [TerraformBlock] = []

  subscript(name: String) -> (name: String, value: String, line: Int)? { attributes.last { $0.name == name } }
}

/// Reads as much of Terraform's language as facts need; expressions are kept as text.
struct TerraformText {
  private enum Token: Equatable {
    case word(String)
    case string(String)
    case sign(Character)
    case end
  }

  private var tokens: [(token: Token, line: Int)] = []
  private var index = 0

  static func blocks(in text: String) -> [TerraformBlock] {
    var reader = TerraformText()
    reader.scan(text)
    return reader.body(depth: 0).blocks
  }

  private mutating func scan(_ text: String) {
    let characters = Array(text)
    var (position, line) = (0, 1)
    while position < characters.count {
      let character = characters[position]
      let next = position + 1 < characters.count ? characters[position + 1] : " "
      if character.isNewline {
        tokens.append((.end, line))
        line += 1
        position += 1
      } else if character == "#" || character == "/" && next == "/" {
        while position < characters.count, !characters[position].isNewline { position += 1 }
      } else if character == "/", next == "*" {
        position += 2
        while position < characters.count, !(characters[position - 1] == "*" && characters[position] == "/") {
          if characters[position].isNewline { line += 1 }
          position += 1
        }
        position += 1
      } else if character == "\"" {
        var value = ""
        var open = 0
        position += 1
        while position < characters.count, characters[position] != "\"" || open > 0, !characters[position].isNewline {
          if characters[position] == "\\", position + 1 < characters.count {
            position += 1
          } else {
            if characters[position] == "{" { open += 1 } else if characters[position] == "}" { open = max(0, open - 1) }
          }
          value.append(characters[position])
          position += 1
        }
        position += 1
        tokens.append((.string(value), line))
      } else if character == "<", next == "<" {
        (position, line) = heredoc(characters, from: position, line: line)
      } else if isWord(character) {
        let word = characters[position...].prefix(while: isWord)
        tokens.append((.word(String(word)), line))
        position += word.count
      } else {
        if !character.isWhitespace { tokens.append((.sign(character), line)) }
        position += 1
      }
    }
  }

  private mutating func heredoc(_ characters: [Character], from start: Int, line: Int) -> (Int, Int) {
    var (position, current) = (start + 2, line)
    if position < characters.count, characters[position] == "-" { position += 1 }
    let mark = characters[min(position, characters.count)...].prefix { !$0.isNewline }
    position += mark.count
    var value = ""
    while position < characters.count {
      position += 1
      current += 1
      let text = characters[min(position, characters.count)...].prefix { !$0.isNewline }
      position += text.count
      if String(text).trimmed == String(mark).trimmed { break }
      value += String(text) + "\n"
    }
    tokens.append((.string(value), line))
    return (position, current)
  }

  private func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-.*[]".contains(character) && character != "[" && character != "]"
  }

  /// Attributes and blocks up to the closing brace.
  private mutating func body(depth: Int) -> TerraformBlock {
    var block = TerraformBlock(type: "", labels: [], line: 0)
    while index < tokens.count {
      let (token, line) = tokens[index]
      index += 1
      switch token {
      case .sign("}"): return block
      case .word(let name), .string(let name): member(name, line: line, of: &block, depth: depth)
      default: continue
      }
    }
    return block
  }

  private mutating func member(_ name: String, line: Int, of block: inout TerraformBlock, depth: Int) {
    var labels: [String] = []
    while index < tokens.count {
      switch tokens[index].token {
      case .string(let label), .word(let label):
        labels.append(label)
        index += 1
      case .sign("{"):
        index += 1
        guard depth < 30 else { return }
        var inner = body(depth: depth + 1)
        (inner.type, inner.labels, inner.line) = (name, labels, line)
        block.blocks.append(inner)
        return
      case .sign("="), .sign(":"):
        index += 1
        value(of: name, line: line, in: &block, depth: depth)
        return
      default: return
      }
    }
  }

  /// The value of an attribute; an object is read as a block too.
  private mutating func value(of name: String, line: Int, in block: inout TerraformBlock, depth: Int) {
    if index < tokens.count, tokens[index].token == .sign("{"), depth < 30 {
      index += 1
      var inner = body(depth: depth + 1)
      (inner.type, inner.line) = (name, line)
      block.blocks.append(inner)
      return
    }
    var (text, open) = ("", 0)
    while index < tokens.count {
      switch tokens[index].token {
      case .end where open == 0:
        block.attributes.append((name, text, line))
        return
      case .sign("}") where open == 0, .sign(",") where open == 0:
        block.attributes.append((name, text, line))
        return
      case .end: break
      case .word(let word): text += text.isEmpty ? word : " " + word
      case .string(let word): text += text.isEmpty ? word : " " + word
      case .sign(let sign):
        if "([{".contains(sign) { open += 1 } else if ")]}".contains(sign) { open -= 1 }
        text.append(sign)
      }
      index += 1
    }
    block.attributes.append((name, text, line))
  }
}
