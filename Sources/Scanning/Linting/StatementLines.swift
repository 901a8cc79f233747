import InventoryModel

/// Which lines of a file belong together, as far as its facts tell.
struct StatementLines {
  private let facts: FileFacts
  /// First and last line of each expression with all that it is made of.
  private var lines: [ClosedRange<Int>] = []
  /// What each expression is a part of; expressions bound to each other count as parts of one another's whole.
  private var parents: [Int?]

  init(_ facts: FileFacts) {
    self.facts = facts
    parents = Array(repeating: nil, count: facts.expressions.count)
    lines.reserveCapacity(facts.expressions.count)
    for (index, expression) in facts.expressions.enumerated() {
      var range = StatementLines.lines(of: expression)
      for operand in expression.kind.operands {
        let operand = Int(operand.index)
        parents[operand] = index
        range = range.joined(lines[operand])
      }
      lines.append(range)
    }
  }

  /// The first line after another on which something stands; nil at the end of a file.
  func codeLine(after line: Int) -> Int? {
    var best = facts.expressions.map { Int($0.position.line) }.filter { $0 > line }.min()
    for position in facts.functions.map(\.position) + facts.types.map(\.position) + facts.imports.map(\.position)
    where position.line > line {
      best = min(best ?? .max, Int(position.line))
    }
    return best
  }

  /// From a line on, what begins there: statements and functions.
  func lines(beginningAt line: Int) -> ClosedRange<Int> {
    var end = line
    for range in wholes(at: line, notBefore: line) { end = max(end, range.upperBound) }
    for function in facts.functions where firstLine(of: function) == line { end = max(end, Int(function.endLine)) }
    return line...end
  }

  /// A line, with the statements that begin or end there.
  func lines(around line: Int) -> ClosedRange<Int> {
    wholes(at: line, notBefore: 1).filter { $0.lowerBound == line || $0.upperBound == line }
      .reduce(line...line) { $0.joined($1) }
  }

  /// The largest expressions around those that stand on a line, none of which begins before another line.
  private func wholes(at line: Int, notBefore first: Int) -> [ClosedRange<Int>] {
    let here = facts.expressions.indices.filter { facts.expressions[$0].position.line == line }
    let roots = Set(
      here.map { index in
        var index = index
        while let parent = parents[index], lines[parent].lowerBound >= first { index = parent }
        return index
      })
    return roots.map { lines[$0] }
      + facts.bindings.compactMap { binding in
        let target = lines[Int(binding.target.index)]
        guard let value = binding.value, target.contains(line) else { return nil }
        let both = target.joined(lines[Int(value.index)])
        return both.lowerBound >= first ? both : nil
      }
  }

  private func firstLine(of function: FunctionDeclaration) -> Int {
    function.decorators.map { lines[Int($0.index)].lowerBound }.reduce(Int(function.position.line), min)
  }

  private static func lines(of expression: Expression) -> ClosedRange<Int> {
    let line = Int(expression.position.line)
    guard case .string(let template) = expression.kind else { return line...line }
    return template.parts.reduce(line...line) { range, part in
      guard case .literal(let text, let position) = part else { return range }
      let first = Int(position.line)
      return range.joined(first...(first + text.utf8.count { $0 == 0x0A }))
    }
  }
}

extension ClosedRange<Int> {
  fileprivate func joined(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
