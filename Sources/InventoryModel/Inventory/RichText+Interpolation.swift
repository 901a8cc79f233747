extension RichText: ExpressibleByStringInterpolation {
  /// Puts a text together from literals, plain parts and names.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = RichText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { appendInterpolation(literal) }

    /// A plain part.
    package mutating func appendInterpolation(_ plain: String) {
      if !plain.isEmpty { text.spans.append(.plain(plain)) }
    }

    /// A name as code.
    package mutating func appendInterpolation(code name: String) { text.spans.append(.code(name)) }

    /// Names as code; of many the first few.
    package mutating func appendInterpolation(codes names: [String]) {
      text.spans += RichText(code: Array(names.prefix(5))).spans
      if names.count > 5 { text.spans.append(.plain(" and \(names.count - 5) more")) }
    }
  }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
  package init(stringLiteral value: String) { self.init(plain: value) }
}
