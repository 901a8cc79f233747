/// Which argument of a call: by position or label, then perhaps a field of it (`1.lua`).
package struct ArgumentSelector: Sendable, Hashable {
  /// The argument itself.
  package var place: Place
  /// The field of the argument, where it is an object.
  package var field: String?

  /// How an argument is found.
  package enum Place: Sendable, Hashable {
    /// From 0; counted after the role's `leading` arguments.
    case position(Int)
    /// By its label, or the name of its parameter.
    case label(String)
    case last
  }

  package init(place: Place, field: String? = nil) {
    self.place = place
    self.field = field
  }
}
