/// What a language's own library does with values, from `Rules/Languages/<language>.yml`.
package struct LanguageConventions: Sendable {
  /// Qualified name (`functools.partial`, `String.raw`) → what a call of it does.
  package var functions: [String: Effect] = [:]
  /// Method name on a value that is nothing better known → what a call of it does.
  package var methods: [String: Effect] = [:]
  /// Names of generic types that stand for their type argument: `Optional`, `Promise`, `Awaitable`.
  package var transparentTypes: Set<String> = []
  /// Names of generic types whose elements are of their last type argument.
  package var collectionTypes: Set<String> = []
  /// Methods that put a value into a container or application under a name that others ask for it by.
  package var registeringMethods: Set<String> = []
  /// Parameters, in small letters, by which a function is handed what it depends on.
  package var dependencyObjects: Set<String> = []
  /// What the names of objects that hold settings end in, in small letters.
  package var settingsObjects: Set<String> = []

  package enum Effect: Sendable, Hashable {
    /// Gives back an argument's value.
    case argument(Int)
    /// Keeps its arguments as elements of the receiver: `append`, `push`.
    case store
    /// Keeps its argument as an element of the receiver, where it has just one: `variable.set(value)`.
    case storeOne
    /// Gives back the receiver.
    case receiver
    /// Gives back the receiver as data, which no client is: `trim`, `copy` of a list.
    case receiverText
    /// Gives back an element of the receiver.
    case element
    /// Gives back an element of the receiver, else an argument: `get(key, default)`.
    case elementOr(Int)
    /// Gives back an element of an argument, else the argument after it: `next`.
    case elementOf(Int)
    /// Calls an argument with elements of the further arguments, and gives back a list of what that returns.
    case callEach(Int)
    /// Calls an argument with elements of the first, and gives back a list of what that returns.
    case eachOf(callback: Int)
    /// Calls an argument and gives back what that returns or, of a generator, yields.
    case resource(Int)
    /// Calls what it is given as `target` with the list `args` and the map `kwargs`: `Thread`.
    case thread
    /// Keeps an argument under a name: `setattr`.
    case setAttribute
    /// Gives back what bounds a type variable.
    case bound
    /// Marks a function whose result goes to the parameters of its name: `pytest.fixture`.
    case fixture
    /// Calls an argument with an element of the receiver: `map`, `forEach`.
    case eachElement(callback: Int)
    /// Calls an argument with the receiver and gives back what that returns: `then`, `let`.
    case apply(callback: Int)
    /// Calls an argument with the further arguments, and gives back what that returns.
    case callArgument(Int)
    /// Binds arguments to a function: `functools.partial`, `bind`.
    case partial
    /// A list of the arguments, or of the elements of a list.
    case gather
    /// Reads an environment variable.
    case environment(Int)
    /// Reads a member by name: `getattr`.
    case attribute
    /// Gives back the class of its argument: `type`.
    case typeOf
    /// Puts a string together.
    case format(Format)
    /// Adds to the text that the receiver holds, or of a function its first argument: `WriteString`, `Fprintf`.
    case write(Format)
    /// Gives back the text that was written to the receiver: `String` of a builder.
    case written
    /// A duration: value of the argument times so many seconds.
    case duration(seconds: Double)
    /// A duration of labelled or positional parts: `timedelta(days=1)`.
    case durationParts
    /// Text of a file by path.
    case fileText(Int)
    /// Imports the module of the name that the argument holds.
    case importModule(Int)
    /// Gives back what a container of dependencies has under the argument: a decorator of what it is injected into.
    case provided(Int)
    /// Gives the text back as it is, or changed only in its margin and white space.
    case text(Int)
  }

  package enum Format: String, Sendable, Hashable, CaseIterable {
    /// `"{} {name}".format(…)`
    case braces
    /// `Sprintf("%s", …)`: the text is the first argument.
    case percent
    /// `separator.join(list)`
    case join
    /// `Join(list, separator)`, `list.join(separator)`
    case joinList
    /// `a + b + …` of all arguments: `concat`
    case concatenate
    /// The character of a number: `WriteByte(':')`.
    case character
    /// `Join(a, b, …)` of the parts of a path.
    case joinPath
    /// `ReplaceAll(text, old, new)`, `text.replace(old, new)`
    case replace
  }

  package init() {}
}
