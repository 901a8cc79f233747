import InventoryModel
import Knowledge

/// Finds what every expression of the lowered files can be: builds constraints from facts and runs them
/// until nothing new is learnt. Files may be added between runs.
struct Resolver {
  let tree: SourceTree
  let knowledge: KnowledgeBase
  let clients: ClientIndex
  /// What the tables tell of names, by family of languages.
  let knownNames: [Language: LanguageNames]
  var graph = Graph()
  var names = NameTable.ofAnalysis()

  // What has been lowered.
  var files = LoweredFiles()
  var contexts: [Int32: FileContext] = [:]
  var order: [Int32] = []
  /// The files that share their names, by what they share them with; in the same order.
  var filesOfScope: [Int32: [LoweredFile]] = [:]
  var functions: [FunctionRecord] = []
  var types: [TypeRecord] = []
  /// Methods declared in a type, by the type's number.
  var methodsOfType: [Int32: [Int32]] = [:]
  var bindings: [BindingRecord] = []
  /// Number of the first expression's node of each lowered file, ascending, and the file.
  var nodeOwners: [(first: NodeID, file: LoweredFile)] = []

  // What exists beside the files.
  var handles: [Handle] = []
  var handleNumbers: [HandleKey: Int32] = [:]
  var externals: [External] = []
  /// What the tables say of each external name, in the same order.
  var meanings: [ExternalMeaning] = []
  var externalNumbers: [External: Int32] = [:]
  var externalMembers = PairTable()
  var containers: [Container] = []
  var containerOfNode: [NodeID: Int32] = [:]
  var calls: [CallContext] = []
  var lookUps: [LookUp] = []
  var spreads: [Spread] = []

  // Nodes found by what they stand for.
  var fieldNodes = PairTable()
  /// The same in the order in which they were made, which is that of the nodes, to go through all.
  var fields: [(key: PairKey, node: NodeID)] = []
  var fieldStores: [NodeID: [NodeID]] = [:]
  var exportNodes = PairTable()
  /// By file, the names that were asked of it, in the order in which they were.
  var exportsOfFile: [Int32: [(name: Int32, node: NodeID)]] = [:]
  var packageNodes = PairTable()
  var elementNodes: [NodeID: NodeID] = [:]
  /// What names mean as types that their file declares nowhere, members of types, and types without a name.
  var typeNames: [TypeNameKey: NodeID] = [:]
  var typeMembers = PairTable()
  var literalTypes: [Int32: NodeID] = [:]
  var parts: [NodeID: PartContext] = [:]
  /// By node, the number of the name of the member that it reads; negative where it reads none, or has not read it yet.
  var memberNumbers: [Int32] = []
  var pseudoTypes: [Int32: Int32] = [:]
  var roleTypes: [RoleKey: Int32] = [:]
  /// Extensions of types of libraries that stand for a text, as that of keys.
  var textExtensions: [Int32] = []

  var startedLookUps = Set<LookUpKey>(minimumCapacity: 1 << 13)
  /// Calls that are linked to a function, and calls of partial applications.
  var linkedCalls = PairTable()
  /// Calls of partial applications: the call, and the same with all arguments.
  var partialCalls: [Int32: [Int32]] = [:]
  /// Calls whose value is used by reading a member of it at once.
  var chainedCalls: Set<NodeID> = []
  /// Nodes that stand for an element without an `element` expression.
  var iterated: Set<NodeID> = []
  /// Arguments of calls that keep them as elements of their receiver, by the callee's node.
  var storedArguments: [NodeID: [NodeID]] = [:]
  /// Nodes that stand for any member of their operand.
  var anyMembers: Set<NodeID> = []
  /// What was handed to the makers of handles: a client may come from another.
  var clientArguments: [(handle: Int32, argument: NodeID)] = []
  var delegatedNames: [NodeID: String] = [:]
  var delegationNodes: [NodeID: NodeID] = [:]

  /// Modules imported by a name that is put together: the file, the name's node, the result.
  var dynamicImports: [(file: Int32, name: NodeID, result: NodeID)] = []
  /// What containers of dependencies have, and who is given it, by the nodes of tokens.
  var provisions: [(token: NodeID, value: NodeID)] = []
  var injections: [(token: NodeID, result: NodeID)] = []
  /// Stores under names that are put together: the owner, the name's node, the value's.
  var dynamicStores: [(owner: Value, name: NodeID, value: NodeID)] = []
  /// Calls that keep a value under a name, and that read a member by one: `setattr`, `getattr`.
  var attributeStores: [AttributeStore] = []
  var attributeReads: [AttributeRead] = []
  /// What `this` is in the functions that a file gives away as members.
  var exportsContainers: [Int32: Int32] = [:]
  /// Calls that may keep a value under a name in such an object.
  var registrations: [Int32] = []
  /// Of each name, by its number, whether it is a server's.
  var isServerName: [Bool] = []
  /// What is kept in objects of which nothing else is known, by the object's name and the member's.
  var sharedNodes: [SharedName: NodeID] = [:]
  /// Where members that such objects may keep are read, by the member's name, and what has been looked through for them.
  var memberReads: [Int32: [MemberRead]] = [:]
  var indexedMembers: Set<Int32> = []
  var indexedFileCount = 0
  /// Nodes that have been given what such objects keep, and parameters that have been given a fixture.
  var sharedReaders: Set<PairKey> = []
  /// Interfaces of the project that describe a client: the handle, or negative for those that do not.
  var abstractions: [Int32: Int32] = [:]
  var aliasDepth = 0
  /// Nodes declared to be of a type of a library that no table knows, with the type's name.
  var foreignTypes: [NodeID: String] = [:]
  /// Calls of decorators with what they decorate, and the functions that are called so.
  var decoratorCalls: Set<Int32> = []
  var decorators: Set<Int32> = []
  /// Nodes of what methods of texts and collections give back, or that are declared as numbers and texts: no clients.
  var dataNodes: Set<NodeID> = []
  /// Handles of clients that are known by their use alone.
  var inferredHandles: Set<Int32> = []
  /// Nodes whose type is written, where writing it is a choice.
  var typedPlaces: Set<NodeID> = []
  /// Classes of the project that are written as the types of nodes.
  var writtenClasses: [NodeID: Int32] = [:]

  // What is asked of files not yet lowered.
  /// Members read of a Go package with files that are not lowered: the reading node, the folder.
  var unloweredPackages: [(node: NodeID, folder: Int32)] = []
  /// Calls of what such files declare, and whether the name of what is called is telling by itself.
  var pendingCalls: [(call: Int32, file: Int32, isTelling: Bool)] = []
  /// By number of a member's name, what it tells: nil for what says nothing of a server, else whether little else is called so.
  var tellingNames: [Int32: Bool?] = [:]
  /// Files that import a client library.
  var importingFiles: Set<Int32> = []
  /// Types that lead to clients, and how many values there were when they were looked for.
  var carrierTypes: (types: Set<Int32>, valueCount: Int)?
  /// Functions of Python with decorators, and those of tests and the like that may ask for a fixture.
  var decoratedFunctions: [Int32] = []
  var fixtureReaders: [Int32] = []
  /// The fixtures that were given, and to how many of those: what has been given stays.
  var injected: (fixtures: [String: [Int32]], readers: Int) = ([:], 0)
  /// Types whose bases are declared in files that are not lowered: the type, the file.
  var pendingBases: [(type: Int32, file: Int32)] = []

  /// Calls that add a command to a client: the nodes of its name and of its script.
  var definitions: [DefinedCommand] = []
  /// Options of clients that add a command for each of their names, and the field of these that is meant.
  var optionDefinitions: [(library: Int, options: NodeID, field: String?)] = []
  /// Calls of each function: by the function's number, the calls' numbers.
  var callers: [Int32: [Int32]] = [:]
  /// Where `with` runs a function: by the function's number, the nodes of what is entered.
  var enterings: [Int32: Set<NodeID>] = [:]

  init(tree: SourceTree, knowledge: KnowledgeBase) {
    self.tree = tree
    self.knowledge = knowledge
    clients = ClientIndex(knowledge)
    knownNames = LanguageNames.all(knowledge)
  }

  /// One of another tree that knows of libraries what `other` knows.
  init(tree: SourceTree, like other: Resolver) {
    self.tree = tree
    knowledge = other.knowledge
    clients = other.clients
    knownNames = other.knownNames
  }

  struct HandleKey: Hashable {
    let library: Int
    let role: String
    let place: NodeID
  }

  struct PairKey: Hashable {
    let owner: Int32
    let name: Int32

    func hash(into hasher: inout Hasher) { hasher.combine(owner, name) }
  }

  struct RoleKey: Hashable {
    let library: Int
    let role: String
  }

  /// A name in a file, and in Swift the type around it.
  struct TypeNameKey: Hashable {
    let file: Int32
    let name: Int32
    let around: Int32?
  }

  /// What an `index`, `element`, `unpacked` or `entered` node takes from its operand.
  struct PartContext {
    let file: Int32
    let expression: ExpressionID
  }
}

/// A name of a library outside the project.
struct External: Hashable {
  let language: Language
  let module: String
  let path: [String]
}

/// What the tables say of an external name.
struct ExternalMeaning {
  let type: ClientIndex.Entry?
  /// As a function, or as a type that is its own constructor.
  let callable: ClientIndex.Entry?
  /// As a value of a role by itself.
  let value: ClientIndex.NamedRole?
  let effect: LanguageConventions.Effect?
  /// Whether calling it sends something.
  let issuesCommand: Bool

  init(_ name: External, _ clients: ClientIndex, effect: LanguageConventions.Effect?) {
    (type, callable, value) = clients.entries(name)
    self.effect = effect
    issuesCommand = callable?.method.issuesCommand ?? false
  }
}

struct FunctionRecord {
  let file: Int32
  let id: FunctionID
  let result: NodeID
  let receiver: NodeID
  /// The type that holds it, if any.
  let owner: Int32?
  let isMethod: Bool
  let traits: FunctionDeclaration.Traits
}

struct TypeRecord {
  let file: Int32
  /// Nil for what is not declared as a type: a constructor function, a role's extensions.
  let id: TypeID?
  let name: String
  /// The types whose members an instance has: itself and its bases.
  let hierarchy: NodeID
  /// The names of the methods declared in it, by their numbers.
  let declaredMembers: Set<Int32>
  let isClient: RoleOfType?

  struct RoleOfType {
    let library: Int
    let role: String
  }
}

struct BindingRecord {
  let file: Int32
  let index: Int32
}

/// A call to be carried out for each value of its callee.
struct CallContext {
  let file: Int32
  /// Where the result goes.
  let result: NodeID
  let arguments: [ArgumentNode]
  let isConstruction: Bool
  /// The call's expression; nil for a call that a library makes.
  let expression: ExpressionID?
  /// What is called, where it is an argument of the expression: `submit(client.get, key)`.
  var callee: NodeID?
}

struct ArgumentNode {
  let label: String?
  let node: NodeID
  let spread: Argument.Spread
}

/// A member looked up along a hierarchy.
struct LookUp {
  enum Purpose {
    /// A member read; the expression's node gets it.
    case read
    /// A constructor, called by the numbered call.
    case construct(Int32)
    /// The call operator, called by the numbered call.
    case invoke(Int32)
    /// What `with` binds.
    case enter
  }

  let type: Int32
  let receiver: Value
  let name: Int32
  let result: NodeID
  let purpose: Purpose
  /// The look-up begins at the bases.
  let skipsOwn: Bool
}

/// Arguments given as one list or map.
struct Spread {
  let call: Int32
  let function: Int32
  let isMap: Bool
  let from: Int
}

/// A call that adds a command to a client: the nodes of its name and of its script.
struct DefinedCommand {
  let library: Int
  let name: NodeID
  let call: CallContext
  let script: ArgumentSelector
  let leading: Int
}
