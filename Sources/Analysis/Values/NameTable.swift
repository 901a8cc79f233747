/// Names as small numbers, in the order in which they were first seen.
struct NameTable {
  private var numbers: [String: Int32] = [:]
  private var names: [String] = []

  mutating func number(_ name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  var count: Int { names.count }

  func existing(_ name: String) -> Int32? { numbers[name] }

  subscript(_ number: Int32) -> String { names[Int(number)] }
}
