/// What an expression can be, as far as the analysis follows it; strings and numbers are not values of
/// this kind: they are read backwards where they are needed.
///
/// Small, because sets of values are what the solver spends its time on.
struct Value: Hashable, Comparable {
  let kind: Kind
  /// The first number in 24 bits; beyond 16 million of one kind numbers repeat, and values are taken for others.
  private let high: UInt8
  private let low: UInt16
  let second: Int32

  var first: Int32 { Int32(high) << 16 | Int32(low) }

  enum Kind: UInt8 {
    /// A value of a client library; `first` is its position among the handles.
    case handle
    /// A type of the project as a value; `first` is its number.
    case type
    /// An instance of a type of the project; `first` is the type's number.
    case instance
    /// An instance seen as its base types (`super`); `first` is the type's number.
    case base
    /// A function of the project; `first` is its number.
    case function
    /// A function with its receiver: `first` the function's number, `second` the type's.
    case method
    /// A function with a type as its receiver, as of a class method.
    case typeMethod
    /// A function with a client value as its receiver: `second` is the handle.
    case handleMethod
    /// A name of a library outside the project; `first` is its position among the external names.
    case external
    /// A module of the project; `first` is the file's number.
    case module
    /// A folder of the project as a package; `first` is the folder's number.
    case package
    /// A member of a client value: `first` the handle, `second` the name.
    case clientMember
    /// A function with some arguments bound; `first` is the call that bound them.
    case partial
    /// A list, map, tuple or generator; `first` is its position among the containers.
    case container
    /// Any member of a client value, as `getattr(client, name)` with an unknown name; `first` the handle.
    case anyMember
    /// The same of an instance of a type of the project; `first` is the type's number.
    case anyInstanceMember
    /// Something imported from a file that has not been lowered; `first` is the file's number.
    case pending
  }

  init(_ kind: Kind, _ first: Int32, _ second: Int32 = 0) {
    self.kind = kind
    high = UInt8(truncatingIfNeeded: first >> 16)
    low = UInt16(truncatingIfNeeded: first)
    self.second = second
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(Int32(kind.rawValue) << 24 | first, second)
  }

  static func < (left: Value, right: Value) -> Bool {
    (left.kind.rawValue, left.first, left.second) < (right.kind.rawValue, right.first, right.second)
  }
}

/// A value of a client library.
struct Handle {
  let library: Int
  let role: String
  /// Name of the library as its package is called in reports.
  let libraryName: String
  /// The expression that made it; nil when it is known by a declared type or a global name alone.
  let origin: NodeID?
  /// The node of what made it: a call, an annotation's holder, a property's reader.
  let site: NodeID
  /// The place that made it.
  let place: Place
  /// The client that it came from: of a pipeline the client, of a script its registrar.
  var parents: [Int32]
}

/// A place in the scanned tree.
struct Place: Hashable {
  let file: Int32
  let line: Int32
  let column: Int32
}

/// A list, map, tuple, generator, or an object put together from a literal.
struct Container {
  /// The `list` or `map` expression, where there is one.
  let literal: NodeID?
  /// What its elements are.
  let element: NodeID
  /// Whether it is a map whose keys are all written.
  let hasNamedFields: Bool
}

/// A node of the constraint graph: an expression, a symbol, a field, a result.
typealias NodeID = Int32
