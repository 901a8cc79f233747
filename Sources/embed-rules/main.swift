import FoundationEssentials
import Glibc
import YAML

/// `text` as a Swift string literal on one line.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

func fail(_ message: String) -> Never {
  print("error: \(message)")
  exit(1)
}

/// The document of a YAML text, in the form that the program reads.
func document(_ text: String, file: String) -> String {
  do throws(YAMLError) {
    let node = try YAML.parse(text, file: file)
    let packed = node.packed
    guard YAMLNode(packed: packed) == node else { fail("\(file): the document cannot be read back") }
    return packed
  } catch {
    fail("\(error)")
  }
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fail("usage: embed-rules <output> <folder> <file>...") }
let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"

var code = "let embeddedFiles: [EmbeddedFile] = [\n"
for file in arguments.dropFirst(3) {
  guard file.hasPrefix(folder) else { fail("\(file) is not below \(folder)") }
  let path = String(file.dropFirst(folder.count))
  if path == "README.md" { continue }
  guard let bytes = FileManager.default.contents(atPath: file) else { fail("\(file) cannot be read") }
  guard let text = String(validating: bytes, as: UTF8.self) else { fail("\(file) is not UTF-8") }
  let isYAML = path.hasSuffix(".yml")
  code += "  EmbeddedFile(path: \(literal(path)), text: \(literal(isYAML ? "" : text)), "
  code += "document: \(literal(isYAML ? document(text, file: file) : ""))),\n"
}
code += "]\n"
try Data(code.utf8).write(to: URL(filePath: arguments[1]), options: .atomic)
