import InventoryModel
import Knowledge
import YAML

/// Reads `go.mod`.
struct GoPackages {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var packages = PackageCollector(file, vocabulary, .go)
    var isInRequire = false
    for line in file.text.numberedLines {
      let text = line.trimmed
      if text.hasPrefix("require (") { isInRequire = true } else if text == ")" { isInRequire = false }
      let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      let start = words.first == "require" ? 1 : 0
      // What another module needs is no choice of this one.
      guard isInRequire || start == 1, words.count > start + 1, !text.hasSuffix("// indirect") else { continue }
      packages.add(
        words[start], as: key(words[start]), version: words[start + 1], line: line.number, column: line.firstColumn)
    }
    return packages.facts
  }

  /// The path without the major version at its end.
  private static func key(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    let last = path[path.index(after: slash)...]
    return last.first == "v" && last.dropFirst().allSatisfy(\.isNumber) && last.count > 1
      ? String(path[..<slash]) : path
  }
}

/// Reads `package.json` and the lock files of npm, yarn and pnpm.
struct JavaScriptPackages {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var packages = PackageCollector(file, vocabulary, .javascript)
    guard file.kind == .packageJSON else {
      if file.name == "yarn.lock" { readYarn(&packages) } else { readLock(&packages) }
      return packages.facts
    }
    guard let document = try? YAML.documents(in: file.text, file: file.path).first else { return packages.facts }
    for key in ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] {
      for entry in document[key]?.entries ?? [] {
        packages.add(
          entry.key.text, requirement: entry.value.text, isDevelopment: key == "devDependencies",
          line: entry.key.position.line, column: entry.key.position.column)
      }
    }
    var collector = FactsCollector(file, vocabulary, source: .shell)
    for script in document["scripts"]?.entries ?? [] {
      collector.shell(script.value.text ?? "", line: script.key.position.line, column: script.key.position.column)
    }
    collector.facts.add(packages.facts)
    return collector.facts
  }

  /// `"ioredis@^5.0.0", ioredis@^5.3.2:` and on the next line `version "5.4.1"` or `version: 5.4.1`.
  private static func readYarn(_ packages: inout PackageCollector) {
    var name: (text: String, line: Int)?
    for line in packages.file.text.numberedLines {
      if let first = line.text.first, !first.isWhitespace, first != "#" {
        let text = line.text.drop { $0 == "\"" }
        name = text.dropFirst().firstIndex(of: "@").map { (String(text[..<$0]), line.number) }
      } else if let found = name, line.trimmed.hasPrefix("version") {
        let version = line.trimmed.dropFirst(7).drop { $0 == ":" || $0 == " " }
        packages.add(found.text, version: version.trimmed.unquoted, line: found.line)
        name = nil
      }
    }
  }

  /// `"node_modules/ioredis": {` or `"ioredis": {` with `"version": "5.4.1"`; pnpm's `ioredis@5.4.1:`, `/ioredis/5.4.1:`.
  private static func readLock(_ packages: inout PackageCollector) {
    var name: (text: String, line: Int)?
    for line in packages.file.text.numberedLines {
      let text = line.trimmed
      if text.hasSuffix("{") {
        var key = text.dropLast().trimmed.prefix { $0 != ":" }.trimmed.unquoted
        if key.hasPrefix("node_modules/") { key = String(key.dropFirst(13)) }
        name = packages.knows(key) ? (key, line.number) : nil
      } else if let found = name, text.hasPrefix("\"version\": \"") {
        packages.add(found.text, version: String(text.dropFirst(12).prefix { $0 != "\"" }), line: found.line)
        name = nil
      } else if text.hasSuffix(":"), packages.file.name.hasPrefix("pnpm") {
        let key = text.dropLast().trimmed.unquoted.drop { $0 == "/" }
        guard let mark = key.dropFirst().lastIndex(where: { $0 == "@" || $0 == "/" }) else { continue }
        let version = key[key.index(after: mark)...].prefix { $0 != "(" && $0 != "_" }
        if version.first?.isNumber == true {
          packages.add(String(key[..<mark]), version: String(version), line: line.number, column: line.firstColumn)
        }
      }
    }
  }
}

/// Reads `Package.swift` and `Package.resolved`.
struct SwiftPackages {
  static func facts(of file: ConfigurationText, _ vocabulary: InfrastructureVocabulary) -> InfrastructureFacts {
    var packages = PackageCollector(file, vocabulary, .swift)
    if file.kind == .packageSwift { readManifest(&packages) } else { readResolved(&packages) }
    return packages.facts
  }

  /// `.package(url: "https://…/RediStack.git", from: "1.4.1")`.
  private static func readManifest(_ packages: inout PackageCollector) {
    for line in packages.file.text.numberedLines {
      guard let call = line.text.firstRange(ofText: ".package("),
        let mark = line.text[call.upperBound...].firstRange(ofText: "url:"),
        !line.trimmed.hasPrefix("//")
      else { continue }
      let rest = line.text[mark.upperBound...]
      let strings = rest.split(separator: "\"", omittingEmptySubsequences: false)
      guard strings.count > 2 else { continue }
      let requirement =
        strings.count > 3
        ? strings[2...].joined(separator: "\"").prefix { $0 != ")" }.drop { $0 == "," || $0 == " " } : ""
      packages.add(
        name(strings[1]), as: name(strings[1]).lowercased(), requirement: String(requirement), line: line.number,
        column: line.column(of: call.lowerBound))
    }
  }

  private static func readResolved(_ packages: inout PackageCollector) {
    guard let document = try? YAML.documents(in: packages.file.text, file: packages.file.path).first else { return }
    for pin in (document["pins"] ?? document["object"]?["pins"])?.elements ?? [] {
      guard let node = pin["location"] ?? pin["repositoryURL"], let url = node.text else { continue }
      packages.add(
        name(url[...]), as: name(url[...]).lowercased(), version: pin["state"]?["version"]?.text,
        line: node.position.line, column: node.position.column)
    }
  }

  /// The last part of a package's address, without `.git`.
  private static func name(_ url: Substring) -> String {
    let last = ShellReader.base(String(url))
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
  }
}
