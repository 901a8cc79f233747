import InventoryModel

/// Names that the analysis itself gives to members: in its table the first ones.
extension NameTable {
  static let initializer: Int32 = 0
  static let call: Int32 = 1
  static let delegate: Int32 = 2
  static let element: Int32 = 3
  static let result: Int32 = 4

  static func ofAnalysis() -> NameTable {
    var table = NameTable(room: 1 << 12)
    for name in ["<init>", "<call>", "<delegate>", "[]", "()"] { _ = table.number(name) }
    return table
  }
}
