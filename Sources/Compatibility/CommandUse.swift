import InventoryModel
import Knowledge

/// A command that an operation sends, with all that conditions of facts ask about.
struct CommandUse {
  let operation: Operation
  let command: String
  /// What it stands for in the source, where that is something else.
  var via: String?
  /// Its keys; one for each, or one that may stand for several.
  var keys: [KeyTemplate] = []
  var keyCount: Int?
  /// The channels of sharded messages, which lie in slots as keys do.
  var channels: [KeyTemplate] = []
  /// The keys of the transaction that it begins, ends or watches for.
  var transactionKeys: [KeyForms]?
  /// Whether keys of one template may be several, because it is queued in a loop.
  var repeatsKeys = false
  /// What the library sends when it is refused.
  var fallbacks: [String] = []
  /// The keys that the script which it runs makes up.
  var keysMadeUp: [KeyTemplate] = []
  /// Whether keys are judged where the script is run, not here.
  var isInsideScript = false

  /// The words that it is sent with: options, and arguments that are known.
  var words: Set<String> {
    Set((operation.options + operation.arguments.compactMap { $0 }).map { $0.uppercased() })
  }

  /// Whether a condition of a fact is true of it.
  func holds(_ condition: TargetFact.Condition, options: [String]) -> Certainty {
    switch condition {
    case .severalKeys: hasSeveralKeys
    case .keysAcrossSlots: isInsideScript ? .no : keysAreAcrossSlots
    case .channelsAcrossSlots: Slots.areSeveral(channels)
    case .shebangAcrossSlots, .target: .no
    case .noKeys: keyCount == 0 ? .yes : .no
    case .hasArguments: operation.arguments.isEmpty ? .no : .yes
    case .transactionAcrossSlots: transactionIsAcrossSlots
    case .undeclaredKeys: usesUndeclaredKeys
    case .databaseNotZero: databaseIsNotZero
    case .databaseOption: words.contains("DB") ? .yes : .no
    case .sortPattern: words.isDisjoint(with: ["BY", "GET"]) ? .no : .may
    case .keyspaceEvents: listensToKeyspaceEvents ? .yes : .no
    case .newKeyEvents: listensToNewKeys
    case .serverAPI: .no
    case .resp3: command == "HELLO" && operation.arguments.first == "3" ? .yes : .no
    case .noFallback: fallbacks.isEmpty ? .may : .no
    case .noEvalFallback: fallbacks.contains { $0.hasPrefix("EVAL") } ? .no : .yes
    case .options: words.isDisjoint(with: options) ? .no : .yes
    }
  }

  private var hasSeveralKeys: Certainty {
    if let keyCount { return keyCount > 1 ? .yes : .no }
    return keys.count > 1 || takesManyKeys ? .may : .no
  }

  private var keysAreAcrossSlots: Certainty {
    guard hasSeveralKeys != .no else { return .no }
    guard keys.count > 1 else { return keys.first?.hashTag == nil ? .may : .no }
    if keyCount == keys.count { return Slots.areSeveral(keys) }
    // One key has several forms, so that it is not known which keys meet; a form without a word says nothing.
    let telling = keys.filter(\.hasText)
    return min(Slots.areSeveral(telling.isEmpty ? keys : telling), .may)
  }

  /// A made-up key that begins with what only the run knows may hold the hash tag of the declared ones.
  private var usesUndeclaredKeys: Certainty {
    guard !operation.isInScript else { return .no }
    let tagged = keys.filter { $0.hashTag != nil }
    let strangers = keysMadeUp.filter { key in
      if !tagged.isEmpty, key.hashTag == nil, key.parts.first == .hole { return false }
      return !tagged.contains { Slots.differ($0, key) == .no }
    }
    return strangers.isEmpty ? .no : .may
  }

  private var transactionIsAcrossSlots: Certainty {
    guard let transactionKeys, !transactionKeys.isEmpty else { return .no }
    let different = Slots.areSeveral(Set(transactionKeys).sorted { "\($0)" < "\($1)" })
    if different == .no, repeatsKeys,
      transactionKeys.joined().contains(where: { $0.literal == nil && $0.hashTag == nil })
    {
      return .may
    }
    return different
  }

  private var databaseIsNotZero: Certainty {
    guard let known = operation.arguments.first, let database = known else { return .may }
    return database == "0" ? .no : (database.contains("{}") ? .may : .yes)
  }

  /// Whether it listens to the event of a new key: by its name, or by a pattern that any event meets.
  private var listensToNewKeys: Certainty {
    guard listensToKeyspaceEvents, let channel = operation.channel, channel.contains("keyevent@") else { return .no }
    let event = channel.split(separator: ":").last ?? ""
    return event == "new" ? .yes : event == "*" || event.contains("{}") ? .may : .no
  }

  private var listensToKeyspaceEvents: Bool {
    guard let channel = operation.channel else { return false }
    return channel.contains("keyspace@") || channel.contains("keyevent@")
  }

  /// Whether the command, as it is written here, takes a list of keys of unknown length.
  var takesManyKeys = false
}
