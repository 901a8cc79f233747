/// The functions around operations: who calls whom, and in which order things happen in each.
///
/// Holds every function with an operation, all that reach one through calls, and what any of these calls directly, as
/// far as its file was read.
package struct CallGraph: Sendable, Hashable {
  /// Sorted by place; operations and callers refer to them by position.
  package var functions: [FunctionNode]
  /// What the head of each file with such functions says of the file, by path.
  package var documentation: [String: String]

  package init(functions: [FunctionNode] = [], documentation: [String: String] = [:]) {
    self.functions = functions
    self.documentation = documentation
  }
}

/// A function, method or closure, or the top level of a file.
package struct FunctionNode: Sendable, Hashable {
  /// Qualified as in `Operation.function`; nil for the top level of a file.
  package var name: String?
  /// Where its name stands; the first character of a file for its top level.
  package var place: SourcePlace
  package var endLine: Int
  package var language: Language
  package var context: FileContext
  /// The type that owns it.
  package var type: TypeNode?
  /// Its documentation as written, without comment signs.
  package var documentation: String?
  /// The body first; every other region names its parent, which stands before it.
  package var regions: [CodeRegion] = [CodeRegion(.body)]
  /// Operations and calls, in the order of the source; those of closures written inside it are here too.
  package var steps: [CodeStep] = []
  /// Who calls it; sorted.
  package var callers: [FunctionCaller] = []
  package var isConstructor = false
  /// Names of its decorators as written, which may register it somewhere: `app.route`.
  package var decorators: [String] = []
  /// Names of its parameters, in order, without the receiver.
  package var parameters: [String] = []
  /// Fields that it takes out of messages which it parses as JSON, in the order of the source.
  package var messageReads: [MessageRead] = []
  /// Whether it is also handed around as a value, so that there may be callers which are not listed.
  package var isUsedAsValue = false

  package init(name: String?, place: SourcePlace, endLine: Int, language: Language, context: FileContext) {
    self.name = name
    self.place = place
    self.endLine = endLine
    self.language = language
    self.context = context
  }
}

/// A field that is taken out of a parsed message.
package struct MessageRead: Sendable, Hashable {
  package var field: String
  package var place: SourcePlace

  package init(field: String, place: SourcePlace) {
    self.field = field
    self.place = place
  }
}

/// A class, struct or other type that owns functions.
package struct TypeNode: Sendable, Hashable {
  package var name: String
  package var place: SourcePlace
  /// Its documentation as written, without comment signs.
  package var documentation: String?
  /// Names of its bases as written.
  package var bases: [String]

  package init(name: String, place: SourcePlace, documentation: String? = nil, bases: [String] = []) {
    self.name = name
    self.place = place
    self.documentation = documentation
    self.bases = bases
  }
}

/// A stretch of a function that runs under a condition of its own.
package struct CodeRegion: Sendable, Hashable {
  /// Position of the region around it; nil for the body.
  package var parent: Int?
  package var kind: Kind
  /// Nil for the body.
  package var place: SourcePlace?

  package enum Kind: Sendable, Hashable {
    case body
    case loop
    case branch
    /// A closure written inside the function.
    case closure
    /// The protected part of a guard, by the guard's number in its file.
    case guarded(Int)
    /// A handler of a guard: what it catches as written, empty for everything; whether it always throws again.
    case handler(Int, catches: [String], rethrows: Bool)
  }

  package init(_ kind: Kind, parent: Int? = nil, place: SourcePlace? = nil) {
    self.parent = parent
    self.kind = kind
    self.place = place
  }
}

/// Something that happens in a function.
package struct CodeStep: Sendable, Hashable {
  /// Where the naming token stands; of an operation, the operation's place.
  package var place: SourcePlace
  /// Position among the function's regions.
  package var region: Int
  package var kind: Kind

  package enum Kind: Sendable, Hashable {
    /// The operations with this step's place.
    case operation
    /// A call that is no operation.
    case call(CodeCall)
  }

  package init(place: SourcePlace, region: Int, kind: Kind) {
    self.place = place
    self.region = region
    self.kind = kind
  }
}

/// A call that is no operation.
package struct CodeCall: Sendable, Hashable {
  /// As written: `self.store.save`; `…` for parts that are no names.
  package var name: String
  /// Functions of the project that it can call, by position in the call graph; sorted.
  package var callees: [Int]
  /// Whether nobody uses its value.
  package var isDiscarded: Bool
  /// The arguments in the order written: the template of a string, a number, `true`, `null`; nil for another.
  package var arguments: [String?]
  /// The labels of the arguments; nil for one given by position.
  package var labels: [String?] = []
  /// The arguments as written.
  package var texts: [String] = []
  /// What each argument can be as a text, as templates, where it calls a type that has operations and a function by
  /// which others watch names; else empty.
  package var templates: [[String]] = []
  /// The role of the client whose member it is, as in `Operation.role`; nil for what is no client's.
  package var role: String?

  package init(
    name: String, callees: [Int] = [], isDiscarded: Bool = false, arguments: [String?] = [], labels: [String?] = []
  ) {
    self.name = name
    self.callees = callees
    self.isDiscarded = isDiscarded
    self.arguments = arguments
    self.labels = labels
  }
}

/// A call of a function.
package struct FunctionCaller: Sendable, Hashable, Comparable {
  /// Position of the calling function in the call graph.
  package var function: Int
  package var place: SourcePlace

  package init(function: Int, place: SourcePlace) {
    self.function = function
    self.place = place
  }

  package static func < (left: FunctionCaller, right: FunctionCaller) -> Bool {
    (left.place, left.function) < (right.place, right.function)
  }
}
