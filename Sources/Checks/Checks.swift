/// All checks that rules name.
package enum Checks {
  package static let all: [any Check.Type] = []
}
