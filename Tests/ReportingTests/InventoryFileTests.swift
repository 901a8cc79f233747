import Reporting
import Testing

struct InventoryFileTests {
  private let marked = "# Ours\n\(InventoryFile.begin)\nold\n\(InventoryFile.end)\nrest\n"

  @Test func `between marks the rest stays`() throws {
    let text = try InventoryFile(marked).text(with: "# Redis inventory\nnew\n")
    #expect(text == "# Ours\n\(InventoryFile.begin)\n# Redis inventory\nnew\n\(InventoryFile.end)\nrest\n")
  }

  @Test func `a file of the inventory alone is replaced, an empty one filled`() throws {
    #expect(
      try InventoryFile("# Redis inventory\nold\n").text(with: "# Redis inventory\nnew\n") == "# Redis inventory\nnew\n"
    )
    #expect(try InventoryFile("").text(with: "new\n") == "new\n")
  }

  @Test func `line ends of a file stay what they are`() throws {
    let file = try InventoryFile(marked.replacing("\n", with: "\r\n"))
    #expect(file.text(with: "a\nb\n").contains("\r\na\r\nb\r\n"))
    #expect(file.differences(from: "old\n") == [])
  }

  @Test func `text of somebody's own is not overwritten`() {
    #expect(throws: InventoryFileError.withoutMarks) { try InventoryFile("# Ours\n") }
  }

  @Test(arguments: [
    ("\(InventoryFile.begin)\n", 1), ("a\n\(InventoryFile.end)\n\(InventoryFile.begin)\n", 2),
    ("\(InventoryFile.begin)\n\(InventoryFile.begin)\n\(InventoryFile.end)\n", 1),
  ])
  func `marks must pair`(text: String, line: Int) {
    #expect(throws: InventoryFileError.marksDoNotPair(line: line)) { try InventoryFile(text) }
  }

  @Test func `only lines of anchors may differ`() throws {
    let file = try InventoryFile("# Redis inventory\n- `a.py` `f` L1, L23: x\n- `c.py` L4<br>`d.py` L5\n")
    #expect(file.differences(from: "# Redis inventory\n- `a.py` `f` L8: x\n- `c.py` L41<br>`d.py` L5, L6\n") == [])
    #expect(
      file.differences(from: "# Redis inventory\n- `a.py` `g` L1, L23: x\n- `c.py` L4<br>`d.py` L5\n")
        == ["- - `a.py` `f`: x", "+ - `a.py` `g`: x"])
  }

  @Test func `numbers of keys and texts are no lines`() throws {
    let file = try InventoryFile("# Redis inventory\n`v:1` `Lua` Level 2\n")
    #expect(file.differences(from: "# Redis inventory\n`v:2` `Lua` Level 2\n").count == 2)
    #expect(file.differences(from: "# Redis inventory\n`v:1` `Lua` Level 3\n").count == 2)
  }

  @Test func `another order is a difference`() throws {
    #expect(try InventoryFile("# Redis inventory\na\nb\n").differences(from: "# Redis inventory\nb\na\n").count == 1)
  }
}
