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

  private(set) var sets: [[Entry]] = []
  /// The oldest and the newest waiter of each node.
  private var firstWaiter: [Int32] = []
  private var lastWaiter: [Int32] = []
  private var waiters: [(waiter: Waiter, next: Int32)] = []
  private var queue: [(node: NodeID, entry: Int32)] = []
  private var head = 0
  private(set) var valueCount = 0
  /// How many values of a node have been handed to its waiters.
  private var delivered: [Int32] = []
  /// A bit for each kind of which a node takes no more values.
  private var fullKinds: [UInt32] = []

  /// Beyond this many values of one kind in a node, what it can be is no longer followed.
  static let limit = 16
  static let handleLimit = 24

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

  mutating func addNodes(_ count: Int) -> NodeID {
    let first = NodeID(sets.count)
    sets.append(contentsOf: repeatElement([], count: count))
    firstWaiter.append(contentsOf: repeatElement(-1, count: count))
    lastWaiter.append(contentsOf: repeatElement(-1, count: count))
    delivered.append(contentsOf: repeatElement(0, count: count))
    fullKinds.append(contentsOf: repeatElement(0, count: count))
    return first
  }

  func values(_ node: NodeID) -> [Entry] { sets[Int(node)] }

  /// Adds a value to a node's set, unless it is there.
  mutating func add(_ value: Value, to node: NodeID, from source: NodeID) {
    let index = Int(node)
    let kind = UInt32(1) << UInt32(value.kind.rawValue)
    guard fullKinds[index] & kind == 0, let others = count(of: value, at: index) else { return }
    if others + 1 == (value.kind == .handle ? Graph.handleLimit : Graph.limit) { fullKinds[index] |= kind }
    sets[index].append(Entry(value: value, from: source))
    valueCount += 1
    if firstWaiter[index] >= 0 {
      queue.append((node, Int32(sets[index].count - 1)))
    } else {
      delivered[index] = Int32(sets[index].count)
    }
  }

  /// How many values of its kind a node has; nil if it has the value itself.
  private func count(of value: Value, at index: Int) -> Int? {
    var count = 0
    // By position: an iterator would hold on to the set.
    for position in sets[index].indices where sets[index][position].value.kind == value.kind {
      if sets[index][position].value == value { return nil }
      count += 1
    }
    return count
  }

  /// Registers a waiter, and returns the values that have been handed out before: the caller's to handle.
  mutating func wait(_ waiter: Waiter, on node: NodeID) -> ArraySlice<Entry> {
    let number = Int32(waiters.count)
    waiters.append((waiter, -1))
    let last = lastWaiter[Int(node)]
    if last < 0 { firstWaiter[Int(node)] = number } else { waiters[Int(last)].next = number }
    lastWaiter[Int(node)] = number
    return sets[Int(node)].prefix(Int(delivered[Int(node)]))
  }

  /// A value to hand on to waiters of its node, from the first to the last of those that there are now.
  struct Step {
    let node: NodeID
    let entry: Entry
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
    let (node, index) = queue[head]
    head += 1
    delivered[Int(node)] = max(delivered[Int(node)], index + 1)
    return Step(
      node: node, entry: sets[Int(node)][Int(index)], waiter: firstWaiter[Int(node)], last: lastWaiter[Int(node)])
  }

  /// The next waiter of a step, oldest first.
  func nextWaiter(of step: inout Step) -> Waiter? {
    guard step.waiter >= 0 else { return nil }
    let (waiter, next) = waiters[Int(step.waiter)]
    step.waiter = step.waiter == step.last ? -1 : next
    return waiter
  }
}
