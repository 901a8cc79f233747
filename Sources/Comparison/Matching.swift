/// Finds for what is there now what it was before: the first of equal ones for the first, and so on.
struct Matching<Element> {
  private(set) var pairs: [(before: Element, after: Element)] = []
  private(set) var before: [Element]
  private(set) var after: [Element]

  /// Both in the order of their places.
  init(before: [Element], after: [Element]) {
    self.before = before
    self.after = after
  }

  /// Pairs what has equal identities and is not yet paired; nil: this one is left for later.
  mutating func pair<Identity: Hashable>(by identity: (Element) -> Identity?) {
    pair(before: identity, after: identity)
  }

  /// The same, with an identity for each side.
  mutating func pair<Identity: Hashable>(
    before oldIdentity: (Element) -> Identity?, after newIdentity: (Element) -> Identity?
  ) {
    var waiting: [Identity: [Int]] = [:]
    for (index, element) in before.enumerated().reversed() {
      if let identity = oldIdentity(element) { waiting[identity, default: []].append(index) }
    }
    var taken: Set<Int> = []
    var left: [Element] = []
    for element in after {
      if let identity = newIdentity(element), let index = waiting[identity]?.popLast() {
        pairs.append((before[index], element))
        taken.insert(index)
      } else {
        left.append(element)
      }
    }
    after = left
    before = before.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }
}
