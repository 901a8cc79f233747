/// Names as small numbers, in the order in which they were first seen.
///
/// A table of its own, because names are looked up more often than anything else and are short: hashing one here costs a
/// third of what it costs a dictionary.
package struct NameTable: Sendable {
  private var names: [String] = []
  /// The names' numbers, each at the first free place from where its hash points to; -1 where none is.
  private var places: [Int32]
  /// Another in each run, so that nobody can choose names that meet at one place.
  private let seed = UInt64.random(in: .min ... .max)

  /// - Parameter room: a power of two, and twice the number of names that fit in without the table growing.
  package init(room: Int) { places = [Int32](repeating: -1, count: room) }

  package mutating func number(_ name: String) -> Int32 {
    let place = place(of: name)
    if places[place] >= 0 { return places[place] }
    let number = Int32(names.count)
    names.append(name)
    places[place] = number
    if names.count * 2 > places.count { grow() }
    return number
  }

  package var count: Int { names.count }

  package func existing(_ name: String) -> Int32? {
    let number = places[place(of: name)]
    return number < 0 ? nil : number
  }

  package subscript(_ number: Int32) -> String { names[Int(number)] }

  /// Where the number of a name stands, or would.
  private func place(of name: String) -> Int {
    var hash = seed
    let bytes = name.utf8Span.span
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x9E37_79B9_7F4A_7C15 }
    var place = Int(truncatingIfNeeded: hash >> 32) & (places.count - 1)
    while places[place] >= 0, names[Int(places[place])] != name { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    places = [Int32](repeating: -1, count: places.count * 2)
    for (number, name) in names.enumerated() { places[place(of: name)] = Int32(number) }
  }
}
