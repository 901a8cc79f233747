import InventoryModel
import Knowledge

/// Small tables that tests put together.
enum Tables {
  static let commands = TableFile(
    path: "Commands.tsv",
    text: """
      name\tgroup\tarity\tflags\tcomplexity\tkeys\tkey_specs
      GET\tstring\t2\treadonly fast\tO(1)\t1,1,1\t@1:range(0,1,0):RO+access
      JSON.SET\tjson\t-4\twrite\tO(N)\t1,1,1\t
      SCRIPT LOAD\tscripting\t3\tnoscript\tO(N)\tnone\t
      SET\tstring\t-3\twrite\tO(1)\t1,1,1\t

      """)

  /// A table of a Python library with the given sections.
  static func client(_ sections: String, name: String = "example") -> TableFile {
    TableFile(
      path: "Clients/python/\(name).yml",
      text: "library: \(name)\nlanguage: python\npackages: {\(name): \(name)}\n\(sections)\n")
  }

  static func load(_ tables: TableFile..., additional: [TableFile] = []) throws(KnowledgeError) -> KnowledgeBase {
    try KnowledgeBase.load(languages: [.python], tables: [commands] + tables, additional: additional)
  }

  /// The one library of a table with the given sections.
  static func library(_ sections: String) throws -> ClientLibrary { try load(client(sections)).clients[0] }
}
