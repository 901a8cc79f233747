import InventoryModel

/// Finds out whether a test puts something in the place of the server.
///
/// Looks at text, since mocks are put in place by names in strings: at the test itself, the helpers and fixtures of its
/// file, and those of `conftest.py` files above it, as far as the test names them. Errs towards a mock.
struct MockSearch {
  private let sources: [String: String]

  init(sources: [String: String]) { self.sources = sources }

  /// What makes something that only looks like what it stands for.
  private static let makers = [
    "MagicMock", "AsyncMock", "Mock(", "mock.", "_mock", "mock_", "mocker.", "@patch", "patch(", "patch.object",
    "monkeypatch.setattr", "create_autospec", "jest.mock", "jest.fn", "jest.spyOn", "vi.mock", "vi.fn", "vi.spyOn",
    "sinon", "stub(", "Stub(", "proxyquire", "redismock", "gomock", "NewMock", ".return_value", ".side_effect",
    "mockReturn", "mockResolved", "mockImpl",
  ]

  /// What speaks of a server or of a script.
  private static let subjects = ["redis", "valkey", "eval", "fcall", "lua", "register_script", "runscript"]

  /// The first line that puts a mock in the server's place; nil for a test that speaks to what it is given.
  ///
  /// - Parameter receivers: what the clients are called on which scripts are run.
  func mock(in test: FunctionNode, receivers: Set<String>) -> String? {
    guard let text = sources[test.place.path] else { return nil }
    let file = TestFile(text, language: test.language)
    var lines = file.lines(of: test)
    if test.language == .python {
      for path in conftests(above: test.place.path) {
        lines += TestFile(sources[path] ?? "", language: .python).lines(namedBy: lines)
      }
    }
    return lines.first { MockSearch.isMock($0, receivers: receivers) }.map { $0.trimmed }
  }

  private func conftests(above path: String) -> [String] {
    var folders = path.split(separator: "/").dropLast()
    var paths: [String] = []
    while true {
      paths.append((folders + ["conftest.py"]).joined(separator: "/"))
      guard folders.popLast() != nil else { return paths.filter { sources[$0] != nil && $0 != path } }
    }
  }

  private static func isMock(_ line: Substring, receivers: Set<String>) -> Bool {
    guard makers.contains(where: { line.contains($0) }) else { return false }
    let trimmed = line.trimmed
    if trimmed.hasPrefix("import ") || trimmed.hasPrefix("from ") || trimmed.hasPrefix("#") || trimmed.hasPrefix("//") {
      return false
    }
    let lower = line.lowercased()
    return subjects.contains { lower.contains($0) } || receivers.contains { TextSearch.holds($0, in: line) }
  }
}

/// A file of tests, taken apart by its definitions.
private struct TestFile {
  private let lines: [Substring]
  private let definitions: [Definition]

  private struct Definition {
    let name: String
    /// Positions of its lines, decorators included.
    let lines: Range<Int>
  }

  init(_ text: String, language: Language) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.lines = lines
    definitions = lines.indices.compactMap { index in
      TestFile.name(definedBy: lines[index], language).map { name in
        Definition(name: name, lines: TestFile.extent(of: index, in: lines))
      }
    }
  }

  /// The lines of a test, of what it names in its file, and of what surrounds all of them; where a language's tests are
  /// no definitions, the whole file.
  func lines(of test: FunctionNode) -> [Substring] {
    let own = definitions.first { $0.lines.contains(test.place.line - 1) && $0.name == test.simpleName }
    guard let own else { return lines }
    let start = Array(lines[own.lines])
    let outside = lines.indices.filter { index in !definitions.contains { $0.lines.contains(index) } }
    let setUp = definitions.filter { ["setUp", "setup", "setup_method", "setUpClass", "TestMain"].contains($0.name) }
    let around = outside.map { lines[$0] } + setUp.flatMap { lines[$0.lines] }
    return start + lines(namedBy: start + around.filter { $0.contains("usefixtures") }) + around
  }

  /// The lines of the definitions that some lines name, and of those that these name.
  func lines(namedBy first: [Substring]) -> [Substring] {
    var taken: Set<Int> = []
    var pending = first
    var result: [Substring] = []
    while !pending.isEmpty {
      let text = pending.joined(separator: "\n")
      pending = []
      for (number, definition) in definitions.enumerated() where !taken.contains(number) {
        // A test is nobody's helper.
        guard !definition.name.lowercased().hasPrefix("test"), TextSearch.holds(definition.name, in: text) else {
          continue
        }
        taken.insert(number)
        pending += lines[definition.lines]
      }
      result += pending
    }
    return result
  }

  private static func name(definedBy line: Substring, _ language: Language) -> String? {
    let words = line.trimmed.split(whereSeparator: { $0 == " " || $0 == "\t" })
    let keyword = language == .python ? "def" : "func"
    guard [.python, .go, .swift].contains(language), let index = words.firstIndex(where: { $0 == keyword }), index < 4
    else { return nil }
    var rest = line[line.ranges(of: keyword + " ")[0].upperBound...].drop { $0 == " " }
    if rest.first == "(", let end = rest.firstIndex(of: ")") {
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }

  /// To the next line that is indented no deeper, closing brackets aside; decorators before it belong to it.
  private static func extent(of index: Int, in lines: [Substring]) -> Range<Int> {
    let depth = indentation(of: lines[index])
    var end = index + 1
    while end < lines.count {
      let trimmed = lines[end].trimmed
      if !trimmed.isEmpty, indentation(of: lines[end]) <= depth {
        guard let first = trimmed.first, ")]}".contains(first) else { break }
        if first == "}" {
          end += 1
          break
        }
      }
      end += 1
    }
    var start = index
    while start > 0, lines[start - 1].trimmed.hasPrefix("@") { start -= 1 }
    return start..<end
  }

  private static func indentation(of line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
}

extension FunctionNode {
  /// `test_hit` of `LimitTests.test_hit`.
  fileprivate var simpleName: String { name?.split(separator: ".").last.map(String.init) ?? "" }
}

extension Substring {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
