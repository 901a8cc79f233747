import InventoryModel
import Knowledge

/// Reads the manifests and lock files of Python.
struct PythonPackages {
  private var packages: PackageCollector

  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var reader = PythonPackages(packages: PackageCollector(file, vocabulary, .python))
    switch file.kind {
    case .requirements: reader.readRequirements()
    case .toml: reader.readTOML()
    case .setup: file.name == "setup.py" ? reader.readStrings() : reader.readRequirements()
    default: file.name == "Pipfile.lock" ? reader.readPipfileLock() : reader.readLock()
    }
    return reader.packages.facts
  }

  /// A requirement a line.
  private mutating func readRequirements() {
    for line in packages.file.text.numberedLines { add(line.trimmed, line: line.number, column: line.firstColumn) }
  }

  /// Tables of requirements by name, and lists of requirements.
  private mutating func readTOML() {
    var table = ""
    var isInList = false
    for line in packages.file.text.numberedLines {
      let text = line.trimmed
      if text.hasPrefix("[") && !isInList {
        table = String(text.drop { $0 == "[" }.prefix { $0 != "]" })
        continue
      }
      let isDevelopment = table.holds("dev") || table.holds("test") || table.holds("dependency-groups")
      if table.hasSuffix("dependencies") && !table.hasPrefix("project") || table.hasSuffix("packages") {
        addEntry(text, line: line, isDevelopment: isDevelopment)
      } else if table == "project" || table.holds("dependencies") || table == "dependency-groups" {
        if !isInList, let equals = text.firstIndex(of: "=") {
          let key = text[..<equals].trimmed
          isInList = text[equals...].contains("[") && (key.hasSuffix("dependencies") || table != "project")
        }
        if isInList { addStrings(line, isDevelopment: isDevelopment) }
        // A requirement can hold brackets of its own, in quotes.
        if isInList,
          text.hasSuffix("]") && !text.hasSuffix("\"]") || text.hasSuffix("\"]") || text.hasSuffix("'],")
            || text == "],"
        {
          isInList = false
        }
      }
    }
  }

  /// `redis = "^5.0"` or `redis = {version = "^5.0", …}`.
  private mutating func addEntry(_ text: Substring, line: TextLine, isDevelopment: Bool) {
    guard let equals = text.firstIndex(of: "=") else { return }
    let name = text[..<equals].trimmed.unquoted
    var value = text[text.index(after: equals)...].trimmed
    let hasExtra = packages.namesProduct(String(value))
    if value.hasPrefix("{") {
      guard let version = value.firstRange(ofText: "version") else {
        value = ""
        return packages.add(
          name, as: PythonPackages.key(name), isDevelopment: isDevelopment, hasExtra: hasExtra, line: line.number)
      }
      value = value[version.upperBound...].drop { $0 == " " || $0 == "=" }
    }
    let requirement = String(value.drop { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" })
    packages.add(
      name, as: PythonPackages.key(name), requirement: requirement == "*" ? nil : requirement,
      isDevelopment: isDevelopment, hasExtra: hasExtra, line: line.number, column: line.firstColumn)
  }

  /// Requirements in string literals, wherever they stand.
  private mutating func readStrings() {
    for line in packages.file.text.numberedLines where !line.trimmed.hasPrefix("#") {
      addStrings(line, isDevelopment: false)
    }
  }

  private mutating func addStrings(_ line: TextLine, isDevelopment: Bool) {
    var rest = line.text
    while let open = rest.firstIndex(where: { $0 == "\"" || $0 == "'" }) {
      let start = rest.index(after: open)
      guard let close = rest[start...].firstIndex(of: rest[open]) else { return }
      add(
        rest[start..<close], line: line.number, column: line.column(of: start), isDevelopment: isDevelopment,
        isQuoted: true)
      rest = rest[rest.index(after: close)...]
    }
  }

  /// `name[extras]>=1,<2; marker # comment`.
  private mutating func add(
    _ text: Substring, line: Int, column: Int, isDevelopment: Bool = false, isQuoted: Bool = false
  ) {
    let name = PythonPackages.name(text.trimmed)
    let key = PythonPackages.key(String(name))
    guard packages.knows(key) else { return }
    let requirement = text.prefix { $0 != ";" && $0 != "#" }.trimmed
    var rest = requirement.dropFirst(name.count).trimmed
    var hasExtra = false
    if rest.hasPrefix("["), let close = rest.firstIndex(of: "]") {
      hasExtra = packages.namesProduct(String(rest[..<close]))
      rest = rest[rest.index(after: close)...].trimmed
    }
    guard rest.isEmpty || "=<>!~@(".contains(rest.first ?? " ") else { return }
    let version = rest.prefix { $0 != " " || !isQuoted }
    packages.add(
      String(name), as: key, requirement: String(version.prefix { $0 != "\\" }.trimmed),
      isDevelopment: isDevelopment, hasExtra: hasExtra, line: line, column: column)
  }

  /// What a requirement begins with.
  private static func name(_ requirement: Substring) -> Substring {
    let end = requirement.utf8.firstIndex { !isOfName($0) } ?? requirement.endIndex
    guard end < requirement.endIndex, requirement.utf8[end] >= 0x80 else { return requirement[..<end] }
    return requirement.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// `[[package]]` with `name` and `version`.
  private mutating func readLock() {
    var name: (text: String, line: Int)?
    for line in packages.file.text.numberedLines {
      let text = line.trimmed
      if text.hasPrefix("[[package]]") { name = nil }
      if name == nil, text.hasPrefix("name = ") { name = (text.dropFirst(7).trimmed.unquoted, line.number) }
      if text.hasPrefix("version = "), let found = name {
        packages.add(
          found.text, as: PythonPackages.key(found.text), version: text.dropFirst(10).trimmed.unquoted, line: found.line
        )
        name = ("", 0)
      }
    }
  }

  /// `"redis": {` and, a few lines on, `"version": "==5.0.1"`.
  private mutating func readPipfileLock() {
    var name: (text: String, line: Int)?
    var isDevelopment = false
    for line in packages.file.text.numberedLines {
      let text = line.trimmed
      if text.hasPrefix("\"develop\"") { isDevelopment = true }
      if text.hasSuffix("{"), let end = text.dropFirst().firstIndex(of: "\"") {
        name = (String(text[text.index(after: text.startIndex)..<end]), line.number)
      } else if text.hasPrefix("\"version\": \""), let found = name {
        let version = text.dropFirst(12).prefix { $0 != "\"" }.drop { $0 == "=" }
        packages.add(
          found.text, as: PythonPackages.key(found.text), version: String(version), isDevelopment: isDevelopment,
          line: found.line)
      }
    }
  }

  /// Names are equal whatever their case and separators.
  private static func key(_ name: String) -> String {
    let (dash, others) = (UInt8(ascii: "-"), "_.".utf8)
    return String(decoding: name.lowercased().utf8.map { others.contains($0) ? dash : $0 }, as: UTF8.self)
  }
}
