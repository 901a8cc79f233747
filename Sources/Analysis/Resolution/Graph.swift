/// The constraint graph: nodes with sets of values, and who waits for the values of a node.
///
/// Sets only grow and work is done in the order in which it arose, so the result and the evidence are the
/// same each time.
struct Graph {
  /// A value in a node's set, and the node that it came from; negative where it began here.
  struct Entry {
    let value: Value
    let from: NodeID
  }

  /// The values of a node, in the order in which they came. Most nodes have one at most, which needs no list.
  struct Values: RandomAccessCollection {
    private var others: [Entry] = []
    private(set) var first: Entry?

    /// As many as most lists have, which so grow once.
    private static let usualCount = 4

    var startIndex: Int { 0 }
    var endIndex: Int { count }
    var count: Int { first == nil ? 0 : others.count + 1 }
    var isEmpty: Bool { first == nil }

    subscript(position: Int) -> Entry {
      if position == 0, let first { return first }
      return others[position - 1]
    }

    func contains(where isMeant: (Entry) -> Bool) -> Bool {
      guard let first else { return false }
      return isMeant(first) || others.contains(where: isMeant)
    }

    func allSatisfy(_ isMeant: (Entry) -> Bool) -> Bool { !contains { !isMeant($0) } }

    fileprivate mutating func append(_ entry: Entry) {
      if first == nil {
        first = entry
      } else {
        if others.isEmpty { others.reserveCapacity(Values.usualCount) }
        others.append(entry)
      }
    }
  }

  /// What is known of a node; together, because a step reads all of it.
  fileprivate struct Node {
    var values = Values()
    /// The oldest and the newest waiter.
    var firstWaiter: Int32 = -1
    var lastWaiter: Int32 = -1
    /// How many values have been handed to the waiters.
    var delivered: Int32 = 0
    /// A bit for each kind of which the node takes no more values.
    var fullKinds: UInt32 = 0
  }

  private var nodes: [Node] = []
  private var waiters: [(waiter: Waiter, next: Int32)] = []
  /// With the value itself, so that handing it on reads nothing of the set.
  private var queue: [(node: NodeID, index: Int32, value: Value)] = []
  private var head = 0
  private(set) var valueCount = 0

  /// Beyond this many values of one kind in a node, what it can be is no longer followed.
  static let limit = 16
  static let handleLimit = 24

  /// Room for what a project of some hundred files has: memory that is not used costs nothing, moving what is there does.
  init() {
    nodes.reserveCapacity(1 << 18)
    waiters.reserveCapacity(1 << 17)
    queue.reserveCapacity(1 << 16)
  }

  /// What to do with each value of a node.
  enum Waiter {
    /// Adds it to another node.
    case flow(NodeID)
    /// Looks up the member that the expression names.
    case member(NodeID)
    /// A type of a hierarchy: looks a member up in it; numbered by `Resolver.lookUps`.
    case hierarchy(Int32)
    /// A member found in a type: binds it to its receiver; numbered by `Resolver.lookUps`.
    case found(Int32)
    /// Calls it; numbered by `Resolver.calls`.
    case call(Int32)
    /// Reads it by position, key, iteration or `with`, as the expression says.
    case part(NodeID)
    /// Stores the binding's value in its member or element; numbered over all files.
    case store(Int32)
    /// Attaches a function to it as a method; the function's number.
    case attach(Int32)
    /// A base of the type of that number.
    case base(Int32)
    /// A type whose methods are inherited by the type of that number.
    case inherit(Int32)
    /// An extension of it: the extension's number among the types.
    case extend(Int32)
    /// Spreads it over the parameters of a call; numbered by `Resolver.spreads`.
    case spread(Int32)
    /// A type: adds an instance of it to another node.
    case annotate(NodeID)
  }

  var nodeCount: Int { nodes.count }

  mutating func addNodes(_ count: Int) -> NodeID {
    let first = NodeID(nodes.count)
    for _ in 0..<count { nodes.append(Node()) }
    return first
  }

  func values(_ node: NodeID) -> Values { nodes[Int(node)].values }

  /// One value of a node's set, in the order in which they came.
  func value(_ node: NodeID, at position: Int) -> Value { nodes[Int(node)].values[position].value }

  /// Whether one of those who wait for a node's values is of a kind.
  func hasWaiter(on node: NodeID, where isMeant: (Waiter) -> Bool) -> Bool {
    var number = nodes[Int(node)].firstWaiter
    while number >= 0 {
      if isMeant(waiters[Int(number)].waiter) { return true }
      number = waiters[Int(number)].next
    }
    return false
  }

  /// Adds a value to a node's set, unless it is there.
  mutating func add(_ value: Value, to node: NodeID, from source: NodeID) {
    guard let (count, isAwaited) = nodes[Int(node)].add(Entry(value: value, from: source)) else { return }
    valueCount += 1
    if isAwaited { queue.append((node, count, value)) }
  }

  /// Registers a waiter, and returns how many values have been handed out before: the first of the set, and the
  /// caller's to handle.
  mutating func wait(_ waiter: Waiter, on node: NodeID) -> Int {
    let number = Int32(waiters.count)
    waiters.append((waiter, -1))
    let (last, delivered) = nodes[Int(node)].wait(number)
    if last >= 0 { waiters[Int(last)].next = number }
    return Int(delivered)
  }

  /// A value to hand on to waiters of its node, from the first to the last of those that there are now.
  struct Step {
    let node: NodeID
    let value: Value
    fileprivate(set) var waiter: Int32
    fileprivate let last: Int32
  }

  /// The next value to hand on.
  mutating func next() -> Step? {
    guard head < queue.count else {
      queue.removeAll(keepingCapacity: true)
      head = 0
      return nil
    }
    let (node, index, value) = queue[head]
    head += 1
    nodes[Int(node)].delivered = max(nodes[Int(node)].delivered, index)
    return Step(
      node: node, value: value, waiter: nodes[Int(node)].firstWaiter, last: nodes[Int(node)].lastWaiter)
  }

  /// The next waiter of a step, oldest first.
  func nextWaiter(of step: inout Step) -> Waiter? {
    guard step.waiter >= 0 else { return nil }
    let (waiter, next) = waiters[Int(step.waiter)]
    step.waiter = step.waiter == step.last ? -1 : next
    return waiter
  }
}

extension Graph.Node {
  /// Adds a waiter; the newest one before it, and how many values have been handed out.
  fileprivate mutating func wait(_ number: Int32) -> (last: Int32, delivered: Int32) {
    let last = lastWaiter
    if last < 0 { firstWaiter = number }
    lastWaiter = number
    return (last, delivered)
  }

  /// Adds an entry, unless its value is there or no more of its kind are taken: how many there are then, and whether
  /// somebody waits for it.
  fileprivate mutating func add(_ entry: Graph.Entry) -> (count: Int32, isAwaited: Bool)? {
    let kind = UInt32(1) << UInt32(entry.value.kind.rawValue)
    guard fullKinds & kind == 0 else { return nil }
    var others = 0
    // By position: an iterator would hold on to the set.
    for position in values.indices where values[position].value.kind == entry.value.kind {
      if values[position].value == entry.value { return nil }
      others += 1
    }
    if others + 1 == (entry.value.kind == .handle ? Graph.handleLimit : Graph.limit) { fullKinds |= kind }
    values.append(entry)
    let count = Int32(values.count)
    if firstWaiter < 0 { delivered = count }
    return (count, firstWaiter >= 0)
  }
}
