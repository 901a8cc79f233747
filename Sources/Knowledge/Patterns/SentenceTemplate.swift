/// A sentence with slots in braces: "expires after {ttl}".
package struct SentenceTemplate: Sendable, Hashable {
  package var parts: [Part]

  package enum Part: Sendable, Hashable {
    case text(String)
    case slot(String)
  }

  package init(_ text: String) {
    parts = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(.slot(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
  }

  package var slots: [String] {
    parts.compactMap { if case .slot(let name) = $0 { name } else { nil } }
  }
}
