import InventoryModel
import Knowledge

/// What types inherit, and what is added to them from outside.
extension Resolver {
  /// A type is the receiver of the methods that it inherits and does not declare itself.
  mutating func inherit(_ value: Value, by type: Int32) {
    guard value.kind == .type, value.first != type else { return }
    for function in methodsOfType[value.first] ?? [] {
      let record = functions[Int(function)]
      guard let file = files[record.file] else { continue }
      let declaration = file[record.id]
      if declares(declaration.name, type), !declaration.traits.contains(.isConstructor) { continue }
      graph.add(Value(.instance, type), to: record.receiver, from: -1)
    }
  }

  /// Whether a type declares a method of a name.
  func declares(_ name: String, _ type: Int32) -> Bool {
    names.existing(name).map { types[Int(type)].declaredMembers.contains($0) } ?? false
  }

  /// What an extension adds to a type: its bases and members are the type's.
  mutating func extend(_ value: Value, by type: Int32) {
    if value.kind == .external {
      extendLibrary(value, by: type)
      if case .argument? = meanings[Int(value.first)].callable?.method.result { textExtensions.append(type) }
    }
    guard value.kind == .type, value.first != type else { return }
    flow(from: types[Int(type)].hierarchy, to: types[Int(value.first)].hierarchy)
  }

  /// What an extension stores in a library's type is kept with what the project adds to its role.
  private mutating func extendLibrary(_ value: Value, by type: Int32) {
    let record = types[Int(type)]
    guard let entry = meanings[Int(value.first)].type, let role = entry.role, let id = record.id,
      let file = files[record.file]
    else { return }
    let whole = roleType(library: entry.library, role: role)
    for field in file[id].fields {
      let name = names.number(field.name)
      let target = fieldNode(whole, name)
      flow(from: fieldNode(type, name), to: target)
      if let stored = field.value { fieldStores[target, default: []].append(file.node(stored)) }
    }
  }

  /// A base of a type: its members are the type's too.
  mutating func addBase(_ value: Value, from source: NodeID, to type: Int32) {
    let hierarchy = types[Int(type)].hierarchy
    switch value.kind {
    case .type where value.first != type:
      flow(from: types[Int(value.first)].hierarchy, to: hierarchy)
    case .external: graph.add(value, to: hierarchy, from: source)
    case .handle: graph.add(value, to: hierarchy, from: source)
    case .function:
      if let other = pseudoType(of: value.first), other != type {
        flow(from: types[Int(other)].hierarchy, to: hierarchy)
      }
    case .pending: pendingBases.append((type, value.first))
    default: break
    }
  }

  /// The type that a constructor function stands for.
  mutating func pseudoType(of function: Int32) -> Int32? {
    if let known = pseudoTypes[function] { return known }
    let record = functions[Int(function)]
    guard let file = files[record.file], file.facts.language.family == .javascript else { return nil }
    let declaration = file[record.id]
    guard record.owner == nil else { return nil }
    let type = addSyntheticType(declaration.name, file: record.file, role: nil)
    pseudoTypes[function] = type
    graph.add(Value(.instance, type), to: record.receiver, from: -1)
    return type
  }

  mutating func addSyntheticType(_ name: String, file: Int32, role: TypeRecord.RoleOfType?) -> Int32 {
    let hierarchy = graph.addNodes(1)
    types.append(
      TypeRecord(
        file: file, id: nil, name: name, hierarchy: hierarchy, declaredMembers: [], isClient: role))
    let number = Int32(types.count - 1)
    graph.add(Value(.type, number), to: hierarchy, from: -1)
    return number
  }

  /// The type that holds what the project adds to a library's type.
  mutating func roleType(library: Int, role: String) -> Int32 {
    let key = RoleKey(library: library, role: role)
    if let known = roleTypes[key] { return known }
    let type = addSyntheticType(
      role, file: -1, role: TypeRecord.RoleOfType(library: library, role: role))
    roleTypes[key] = type
    return type
  }

  /// Makes a function a method of a type.
  mutating func attach(_ function: Int32, to value: Value) {
    let record = functions[Int(function)]
    guard let file = files[record.file] else { return }
    let declaration = file[record.id]
    var type: Int32
    var receiver: Value
    switch value.kind {
    case .type:
      type = value.first
      receiver = Value(.instance, type)
    case .instance:
      type = value.first
      receiver = value
    case .function:
      guard let pseudo = pseudoType(of: value.first) else { return }
      type = pseudo
      receiver = Value(.instance, type)
    case .external:
      guard let entry = meanings[Int(value.first)].type, let role = entry.role else {
        return
      }
      type = roleType(library: entry.library, role: role)
      let number = handle(
        library: entry.library, role: role, package: entry.package, origin: nil,
        key: record.receiver, parent: nil)
      receiver = Value(.handle, number)
    default: return
    }
    if declaration.traits.contains(.isStatic), receiver.kind == .instance {
      receiver = Value(.type, type)
    }
    let name = Resolver.memberName(of: declaration)
    graph.add(
      Value(.function, function), to: fieldNode(type, names.number(name)), from: -1)
    graph.add(receiver, to: record.receiver, from: -1)
  }

  /// The name under which a function is a member: constructors and operators have names of their own.
  static func memberName(of function: FunctionDeclaration) -> String {
    if function.traits.contains(.isConstructor) { return "<init>" }
    if function.traits.contains(.isCallOperator) { return "<call>" }
    if function.traits.contains(.isDelegation) { return "<delegate>" }
    if function.traits.contains(.isEntry) { return "<enter>" }
    if function.traits.contains(.isSetter) { return function.name + "=" }
    if function.name == "__getitem__" || function.name == "subscript" { return "[]" }
    return function.name
  }
}
