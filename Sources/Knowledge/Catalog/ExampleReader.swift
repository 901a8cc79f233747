import InventoryModel

/// Reads the fenced examples of a section. A fence alone is an example of one file; fences that name their files and
/// have only blank lines between them are one.
struct ExampleReader {
  let lines: [String]
  private(set) var problems: [(message: String, line: Int)] = []

  init(lines: [String]) { self.lines = lines }

  /// The file name of an example whose fence names none.
  private static let names = [
    "python": "main.py", "go": "main.go", "javascript": "main.js", "typescript": "main.ts",
    "tsx": "main.tsx", "swift": "main.swift", "lua": "main.lua",
  ]

  mutating func read(_ range: Range<Int>, triggers: Bool) -> [RuleExample] {
    var examples: [RuleExample] = []
    var number = range.lowerBound
    var continues = false
    while number < range.upperBound {
      let line = lines[number - 1]
      guard line.hasPrefix("```") else {
        if !line.allSatisfy(\.isWhitespace) { continues = false }
        number += 1
        continue
      }
      let fence = String(line.prefix { $0 == "`" })
      let end = (number..<(range.upperBound - 1)).first { lines[$0].hasPrefix(fence) }
      guard let end else {
        problems.append(("the fence is never closed", number))
        return examples
      }
      let text = lines[number..<end].map { $0 + "\n" }.joined()
      if let (path, isNamed) = path(String(line.dropFirst(fence.count)), number) {
        let file = RuleExample.File(path: path, text: text, line: number + 1)
        if continues, isNamed, !examples[examples.count - 1].files.contains(where: { $0.path == path }) {
          examples[examples.count - 1].files.append(file)
        } else {
          examples.append(RuleExample(triggers: triggers, files: [file]))
        }
        continues = isNamed
      }
      number = end + 2
    }
    return examples
  }

  /// The path that an info string gives its file: `python`, or `python file=app/cache.py`.
  private mutating func path(_ info: String, _ line: Int) -> (path: String, isNamed: Bool)? {
    let words = info.parts(at: " ")
    if let name = words.first(where: { $0.hasPrefix("file=") })?.dropFirst("file=".count) {
      let isInside = !name.isEmpty && !name.hasPrefix("/") && !name.parts(at: "/").contains("..")
      if !isInside { problems.append(("'\(name)' is no path inside the example", line)) }
      return isInside ? (String(name), true) : nil
    }
    if let name = words.first.flatMap({ ExampleReader.names[$0] }) { return (name, false) }
    let known = ExampleReader.names.keys.sorted().joined(separator: ", ")
    problems.append(("the fence must say its language (\(known)) or file=PATH", line))
    return nil
  }
}
