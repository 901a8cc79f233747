/// A flag of a command: help, parsing, errors and completions all come from here.
struct Flag: Sendable {
  /// With its dashes.
  let name: String
  /// What its value is called in the help; nil for a flag without one.
  let value: String?
  let summary: String
  /// All values there are; empty where any will do.
  var choices: [String] = []
  /// Whether it may be given more than once.
  var repeats = false

  init(_ name: String, _ summary: String, value: String? = nil, choices: [String] = [], repeats: Bool = false) {
    self.name = name
    self.value = value
    self.choices = choices
    self.repeats = repeats
    self.summary = summary
  }
}

/// A command of the program, and what it takes.
struct CommandDefinition: Sendable {
  let name: String
  /// What comes after its name, as the help shows it.
  let arguments: String
  let summary: String
  /// How many paths or names it takes.
  let argumentCount: ClosedRange<Int>
  let flags: [Flag]
}
