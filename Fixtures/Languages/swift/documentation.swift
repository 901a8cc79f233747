import Other

/// Keeps what it is given.
///
/// Until it is asked for it.
@MainActor
struct Store {
  /** Keeps a value. */
  func put(_ value: String) {}
  func bare() {}
}
