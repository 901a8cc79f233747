/// Where keys stand in a command line and what the command does to them, as servers publish it.
package struct KeySpecification: Sendable, Hashable {
  package let start: Start
  package let extent: Extent
  /// Nil where the server does not say: a channel, a pattern.
  package let access: Access?
  package let effects: Effects

  /// Where the first key, or the count before it, stands.
  package enum Start: Sendable, Hashable {
    /// Counted from the command's first word.
    case position(Int)
    /// After a word, which is looked for from a position on; a negative one counts from the end, backwards.
    case after(word: String, from: Int)
    case unknown
  }

  /// How many keys there are, from the start.
  package enum Extent: Sendable, Hashable {
    /// To `last`, relative to the start, negative from the end; every `step`-th argument; `limit` 2 means that only
    /// the first half of them are keys.
    case range(last: Int, step: Int, limit: Int)
    /// A count stands at `count`, relative to the start, and the first key at `first`.
    case counted(count: Int, first: Int, step: Int)
    case unknown
  }

  /// What the command does to the value of a key.
  package enum Access: String, Sendable, Hashable {
    case reads = "RO"
    case changes = "RW"
    case overwrites = "OW"
    case removes = "RM"
  }

  /// What the command does to the data that a user put there.
  package struct Effects: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let inserts = Effects(rawValue: 1)
    package static let updates = Effects(rawValue: 2)
    package static let deletes = Effects(rawValue: 4)
    package static let returnsValue = Effects(rawValue: 8)
    /// A channel, hashed to a slot like a key.
    package static let isNoKey = Effects(rawValue: 16)
    /// Not all keys are found this way.
    package static let isIncomplete = Effects(rawValue: 32)
    /// Access depends on the arguments.
    package static let isVariable = Effects(rawValue: 64)
  }

  package init(start: Start, extent: Extent, access: Access?, effects: Effects) {
    self.start = start
    self.extent = extent
    self.access = access
    self.effects = effects
  }
}

extension KeySpecification {
  /// Reads `@1:range(0,1,0):RW+update` and `STREAMS@4:range(-1,1,2):RO`; nil when the text is neither.
  init?(_ text: String) {
    let parts = text.parts(at: ":", keepingEmpty: true)
    guard parts.count == 3, let start = Start(parts[0]), let extent = Extent(parts[1]) else { return nil }
    let marks = parts[2].parts(at: "+")
    guard let first = marks.first else { return nil }
    let access = Access(rawValue: first)
    guard access != nil || first == "-" else { return nil }
    var effects: Effects = []
    for mark in marks.dropFirst() {
      guard let effect = Effects.named[mark] else { return nil }
      effects.insert(effect)
    }
    self.init(start: start, extent: extent, access: access, effects: effects)
  }
}

extension KeySpecification.Effects {
  fileprivate static let named: [String: Self] = [
    "insert": .inserts, "update": .updates, "delete": .deletes, "access": .returnsValue,
    "not_key": .isNoKey, "incomplete": .isIncomplete, "variable_flags": .isVariable,
  ]
}

extension KeySpecification.Start {
  fileprivate init?(_ text: String) {
    if text == "?" {
      self = .unknown
      return
    }
    let parts = text.parts(at: "@", keepingEmpty: true)
    guard parts.count == 2, let position = Int(parts[1]) else { return nil }
    self = parts[0].isEmpty ? .position(position) : .after(word: parts[0], from: position)
  }
}

extension KeySpecification.Extent {
  fileprivate init?(_ text: String) {
    if text == "?" {
      self = .unknown
      return
    }
    let parts = text.parts(at: "(", keepingEmpty: true)
    guard parts.count == 2, parts[1].hasSuffix(")") else { return nil }
    let numbers = parts[1].dropLast().parts(at: ",").map { Int($0) }
    guard numbers.count == 3, let first = numbers[0], let second = numbers[1], let third = numbers[2] else {
      return nil
    }
    switch parts[0] {
    case "range": self = .range(last: first, step: second, limit: third)
    case "keynum": self = .counted(count: first, first: second, step: third)
    default: return nil
    }
  }
}
