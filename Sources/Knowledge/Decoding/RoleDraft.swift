import YAML

/// A role as its table writes it, before `like` is followed: what is not said is nil.
struct RoleDraft {
  let name: YAMLScalar
  var like: [YAMLScalar] = []
  var namesCommands: Bool?
  var leading: Int?
  var leadingIsContext: Bool?
  var suffixes: [String]?
  var prefix: String?
  var isBuilder: Bool?
  var isCommand: Bool?
  var chain: [String: ChainedFact] = [:]
  var except: Set<String> = []
  var isPipeline: Bool?
  var isTransaction: Bool?
  var options: [String: CommandOption] = [:]
  var methods: [String: ClientMethod] = [:]
  var properties: [String: String] = [:]
  var call: ClientMethod?
  var element: String?
  var enter: String?

  init(name: YAMLScalar) { self.name = name }

  /// Takes over what another role says and this one does not.
  mutating func inherit(_ other: RoleDraft) {
    namesCommands = namesCommands ?? other.namesCommands
    leading = leading ?? other.leading
    leadingIsContext = leadingIsContext ?? other.leadingIsContext
    suffixes = suffixes ?? other.suffixes
    prefix = prefix ?? other.prefix
    isBuilder = isBuilder ?? other.isBuilder
    isCommand = isCommand ?? other.isCommand
    isPipeline = isPipeline ?? other.isPipeline
    isTransaction = isTransaction ?? other.isTransaction
    call = call ?? other.call
    element = element ?? other.element
    enter = enter ?? other.enter
    except.formUnion(other.except)
    chain = other.chain.overridden(by: chain)
    options = other.options.overridden(by: options)
    methods = other.methods.overridden(by: methods)
    properties = other.properties.overridden(by: properties)
  }

  var role: ClientRole {
    var role = ClientRole(
      name: name.text, namesCommands: namesCommands ?? false, leading: leading ?? 0, except: except,
      isPipeline: isPipeline ?? false, isTransaction: isTransaction ?? false, options: options, methods: methods,
      properties: properties, call: call, element: element, enter: enter)
    role.leadingIsContext = leadingIsContext ?? false
    role.suffixes = suffixes ?? []
    role.prefix = prefix
    role.isBuilder = isBuilder ?? false
    role.isCommand = isCommand ?? false
    role.chain = chain
    return role
  }
}

extension Dictionary {
  /// Shares its storage with the other one where there is nothing to add.
  fileprivate func overridden(by own: Dictionary) -> Dictionary {
    own.isEmpty ? self : isEmpty ? own : merging(own) { _, own in own }
  }
}

/// Follows `like` from role to role.
struct RoleResolver {
  private var drafts: [String: RoleDraft]
  private let order: [String]
  private var done: Set<String> = []
  private var path: [String] = []
  /// Where a `like` leads back to a role that is being resolved.
  private(set) var cycles: [YAMLPosition] = []

  init(_ drafts: [RoleDraft]) {
    order = drafts.map(\.name.text)
    self.drafts = Dictionary(drafts.map { ($0.name.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func resolveAll() -> [String: ClientRole] {
    for name in order { resolve(name) }
    return drafts.mapValues(\.role)
  }

  private mutating func resolve(_ name: String) {
    guard !done.contains(name), var draft = drafts[name] else { return }
    path.append(name)
    for other in draft.like {
      if path.contains(other.text) {
        cycles.append(other.position)
        continue
      }
      resolve(other.text)
      if let other = drafts[other.text] { draft.inherit(other) }
    }
    path.removeLast()
    done.insert(name)
    drafts[name] = draft
  }
}
