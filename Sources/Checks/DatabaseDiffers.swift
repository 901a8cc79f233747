package import InventoryModel
import Knowledge

/// A key that is written in one database and read in another.
package struct DatabaseDiffers: Check {
  package static let rule = "database-differs"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let databases = Dictionary(
      input.report.clients.filter { $0.context == .production }.map { ($0.place, $0.databaseNumber) },
      uniquingKeysWith: { first, other in first == other ? first : nil })
    let operations = input.report.operations.filter { $0.context == .production && !$0.isInScript }
    /// The database that all clients of an operation use; nil where one is not known.
    func database(of operation: Operation) -> Int? {
      let found = Set(operation.clients.map { databases[$0] ?? nil })
      return found.count == 1 ? found.first ?? nil : nil
    }
    var written: [String: (Int, Operation)] = [:]
    for write in operations where input.commands.writes(write) && !write.deletesKey && !write.expiresKey {
      guard let key = write.key, KeyTemplate.isTelling(key), let number = database(of: write) else { continue }
      if let (other, first) = written[key], other != number {
        written[key] = (-1, first)
      } else {
        written[key] = (number, write)
      }
    }
    var seen: Set<String> = []
    return operations.compactMap { read in
      guard input.commands.reads(read), let key = read.key, let (number, write) = written[key], number >= 0,
        let own = database(of: read), own != number, seen.insert(key).inserted
      else { return nil }
      return Finding(
        of: Self.rule, at: read,
        message:
          "\(read.command) \(key) looks in database \(own), and \(write.command) writes it to database \(number)",
        notes: [Evidence(place: write.place, what: "\(write.command) in database \(number)")])
    }
  }
}

extension ClientRecord {
  /// The number of the database that it uses; nil where the source does not tell.
  fileprivate var databaseNumber: Int? {
    switch database {
    case .number(let number): number
    case .configured(let fallback): fallback
    case .unknown: nil
    }
  }
}
