/// What a file is part of.
package enum FileContext: String, Sendable, Hashable, CaseIterable {
  case production, test, example
}
