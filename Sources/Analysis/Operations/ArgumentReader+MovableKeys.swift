import InventoryModel
import Knowledge

/// Keys that stand after a count or a word: `EVAL script 2 k1 k2`, `XREAD STREAMS s1 s2 0 0`.
extension ArgumentReader {
  /// As the command's key specifications say; libraries may give a list where the line has a count.
  mutating func movableKeys(
    _ command: Command, _ sent: Sent
  ) -> (templates: [[Template]], count: Int?) {
    let words = command.name.split(separator: " ").count
    let arguments = sent.arguments.filter { $0.label == nil }
    var (found, isKnown): ([CommandArgument], Bool) = ([], false)
    for specification in command.keySpecifications {
      guard let start = start(of: specification, in: arguments, words: words),
        let keys = keys(of: specification.extent, from: start, in: arguments)
      else { continue }
      found += keys
      isKnown = true
    }
    if !isKnown, let count = sent.arguments.first(where: { $0.label == "numkeys" }), number(of: count.node) == 0 {
      return ([], 0)
    }
    return isKnown ? templates(of: found) : ([], nil)
  }

  private mutating func start(
    of specification: KeySpecification, in arguments: [CommandArgument], words: Int
  ) -> Int? {
    switch specification.start {
    case .position(let position): return position - words
    case .after(let word, let from):
      let first = from < 0 ? 0 : max(0, from - words)
      guard first < arguments.count else { return nil }
      for index in first..<arguments.count
      where evaluator.staticText(of: arguments[index].node)?.uppercased() == word {
        return index + 1
      }
      return nil
    case .unknown: return nil
    }
  }

  private mutating func keys(
    of extent: KeySpecification.Extent, from start: Int, in arguments: [CommandArgument]
  ) -> [CommandArgument]? {
    guard arguments.indices.contains(start) else { return nil }
    switch extent {
    case .range(let last, let step, let limit):
      let end = last < 0 ? arguments.count + last : start + last
      guard end >= start else { return nil }
      let all = stride(from: start, through: min(end, arguments.count - 1), by: max(1, step)).map { arguments[$0] }
      return limit > 1 ? Array(all.prefix((all.count + limit - 1) / limit)) : all
    case .counted(let count, let first, let step):
      guard arguments.indices.contains(start + count) else { return nil }
      let place = arguments[start + count]
      if !evaluator.elements(of: place.node).isEmpty { return [place] }
      guard let number = number(of: place.node), (0..<64).contains(number) else { return nil }
      let rest = arguments.dropFirst(start + first)
      return stride(from: 0, to: min(Int(number) * max(1, step), rest.count), by: max(1, step)).map {
        rest[rest.startIndex + $0]
      }
    case .unknown: return nil
    }
  }

  private mutating func number(of node: NodeID) -> Double? {
    evaluator.number(of: node) ?? evaluator.staticText(of: node).flatMap { Double($0) }
  }
}
