import InventoryModel
import Knowledge

/// Options and times to live of a command, from labels, option objects and the words that servers read.
struct OptionReader {
  var options: [String] = []
  var ttlSeconds: Double?
  /// Whether a time to live is given, static or not.
  var setsTTL = false
  /// What is given as the time to live.
  private(set) var ttlNode: NodeID?

  /// Words after a value that are options, and the unit of those that a number follows.
  private static let words: [String: TimeUnit?] = [
    "NX": nil, "XX": nil, "GT": nil, "LT": nil, "KEEPTTL": nil, "GET": nil, "EX": .seconds,
    "PX": .milliseconds, "CH": nil, "INCR": nil, "EXAT": nil, "PXAT": nil,
    "PERSIST": nil,
  ]
  /// Options that end a key's life at a moment.
  private static let moments: Set<String> = ["EXAT", "PXAT"]
  /// Commands whose second argument is a time to live.
  private static let timed: [String: TimeUnit] = [
    "EXPIRE": .seconds, "SETEX": .seconds, "PEXPIRE": .milliseconds, "PSETEX": .milliseconds,
    "HEXPIRE": .seconds, "HPEXPIRE": .milliseconds,
  ]
  /// Commands whose second argument is the moment at which a key, or a field, ends.
  private static let dated: Set<String> = ["EXPIREAT", "PEXPIREAT", "HEXPIREAT", "HPEXPIREAT"]
  private static let readsWords: Set<String> = [
    "SET", "GETEX", "EXPIRE", "PEXPIRE", "EXPIREAT", "PEXPIREAT", "ZADD", "HSETEX", "HGETEX", "MSETEX",
  ]

  mutating func read(
    _ sent: ArgumentReader.Sent, of call: CommandCall, role: ClientRole?,
    with reader: inout ArgumentReader
  ) {
    let spread = call.call.arguments.filter { $0.spread != .none }
    if let ttl = call.method.ttl,
      let node = reader.select(ttl.argument, in: call) ?? ttl.position.flatMap({ reader.select($0, in: call) }),
      !spread.contains(where: { $0.node == node })
    {
      setTTL(node, ttl.unit, with: &reader)
      setsTTL = !isNothing(node, reader)
    } else if sent.command == "LOCK*", !spread.isEmpty {
      // It may be among what is handed on: `lock(name, **options)`.
      setsTTL = true
    } else if let unit = OptionReader.timed[sent.command] {
      setsTTL = true
      let arguments = sent.arguments.filter { $0.label == nil }
      if arguments.count > 1 {
        setTTL(arguments[1].node, unit, with: &reader)
      } else if let labelled = sent.arguments.first(where: { $0.label == "time" || $0.label == "seconds" }) {
        setTTL(labelled.node, unit, with: &reader)
      }
    } else if OptionReader.dated.contains(sent.command) {
      setsTTL = true
    }
    if let role, !role.options.isEmpty { readLabels(sent, role: role, with: &reader) }
    if OptionReader.readsWords.contains(sent.command) { readWords(sent, with: &reader) }
  }

  /// What chained members say.
  mutating func read(_ chain: ChainReader, role: ClientRole, with reader: inout ArgumentReader) {
    let said = chain.options(role: role)
    options += said.options.filter { !options.contains($0) }
    if !OptionReader.moments.isDisjoint(with: said.options) { setsTTL = true }
    guard let ttl = said.ttl else { return }
    setTTL(ttl.argument, ttl.unit, with: &reader)
    setsTTL = true
  }

  private mutating func setTTL(_ node: NodeID, _ unit: TimeUnit, with reader: inout ArgumentReader) {
    ttlNode = node
    ttlSeconds = seconds(reader.evaluator.number(of: node), unit)
  }

  private mutating func readLabels(
    _ sent: ArgumentReader.Sent, role: ClientRole, with reader: inout ArgumentReader
  ) {
    for argument in sent.arguments {
      if let label = argument.label, let option = role.options[label] ?? choice(argument, of: label, role, reader) {
        take(option, node: argument.node, with: &reader)
      } else if argument.label == nil, isObject(argument.node, reader) {
        for (name, option) in role.options.sorted(by: { $0.key < $1.key }) {
          guard let field = field(saying: name, of: argument.node, &reader) else { continue }
          take(option, node: field, with: &reader)
        }
      }
    }
  }

  /// The option of a label that takes one of several cases: `onCondition: .keyDoesNotExist`.
  private func choice(
    _ argument: CommandArgument, of label: String, _ role: ClientRole, _ reader: ArgumentReader
  ) -> CommandOption? {
    guard let (file, id) = reader.evaluator.resolver.expression(of: argument.node) else { return nil }
    switch file[id].kind {
    case .implicitMember(let name), .member(_, let name): return role.options[label + "." + name]
    default: return nil
    }
  }

  /// The field of an option object by its name, or by its name and what it must be: `Mode.NX`.
  private func field(saying name: String, of object: NodeID, _ reader: inout ArgumentReader) -> NodeID? {
    guard let dot = name.firstIndex(of: ".") else { return reader.field(name, of: object) }
    guard let field = reader.field(String(name[..<dot]), of: object) else { return nil }
    let wanted = String(name[name.index(after: dot)...])
    return literal(field, reader)?.uppercased() == wanted ? field : nil
  }

  private func isObject(_ node: NodeID, _ reader: ArgumentReader) -> Bool {
    let resolver = reader.evaluator.resolver
    guard let (file, id) = resolver.expression(of: node) else { return false }
    switch file[id].kind {
    case .map, .construct: return true
    default: return false
    }
  }

  private mutating func take(
    _ option: CommandOption, node: NodeID, with reader: inout ArgumentReader
  ) {
    guard isNothing(node, reader) == option.isSaidByFalse else { return }
    if !options.contains(option.option) { options.append(option.option) }
    if option.unit != nil || OptionReader.moments.contains(option.option) { setsTTL = true }
    guard let unit = option.unit else { return }
    ttlNode = node
    ttlSeconds = seconds(reader.evaluator.number(of: node), unit) ?? ttlSeconds
  }

  private mutating func readWords(_ sent: ArgumentReader.Sent, with reader: inout ArgumentReader) {
    let arguments = sent.arguments.filter { $0.label == nil }
    guard arguments.count > 1 else { return }
    for position in 1..<arguments.count {
      guard let text = literal(arguments[position].node, reader)?.uppercased(),
        let unit = OptionReader.words[text]
      else { continue }
      if !options.contains(text) { options.append(text) }
      if unit != nil || OptionReader.moments.contains(text) { setsTTL = true }
      guard let unit else { continue }
      guard arguments.indices.contains(position + 1) else { continue }
      ttlNode = arguments[position + 1].node
      ttlSeconds = seconds(reader.evaluator.number(of: arguments[position + 1].node), unit) ?? ttlSeconds
    }
  }

  /// Whether the argument is written as `False`, `None` or the like.
  private func isNothing(_ node: NodeID, _ reader: ArgumentReader) -> Bool {
    guard let (file, id) = reader.evaluator.resolver.expression(of: node) else { return false }
    switch file[id].kind {
    case .boolean(false), .null: return true
    default: return false
    }
  }

  private func literal(_ node: NodeID, _ reader: ArgumentReader) -> String? {
    guard let (file, id) = reader.evaluator.resolver.expression(of: node) else { return nil }
    return reader.evaluator.resolver.literalText(file[id])
  }

  private func seconds(_ value: Double?, _ unit: TimeUnit) -> Double? {
    value.map { unit == .milliseconds ? $0 / 1000 : $0 }
  }
}
