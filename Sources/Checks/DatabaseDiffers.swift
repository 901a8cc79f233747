package import InventoryModel
import Knowledge

/// A key that is written in one database and read in another.
package struct DatabaseDiffers: Check {
  package static let rule = "database-differs"

  package init() {}

  package func findings(in input: CheckInput) -> [Finding] {
    let databases = Dictionary(
      input.report.clients.filter { $0.context == .production }.map { ($0.place, $0.database) },
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
  fileprivate var database: Int? {
    if settings.contains(where: { $0.isSpread }) { return nil }
    if let setting = settings.first(where: { ["db", "database", "DB"].contains($0.label ?? "") }) {
      return (setting.value ?? setting.fallback).flatMap(Int.init)
    }
    if let url = settings.compactMap(\.value).first(where: { $0.contains("://") }) {
      return Self.database(in: url)
    }
    let isTold = settings.isEmpty || settings.contains { ["host", "port"].contains($0.label ?? "") }
    return isTold ? 0 : nil
  }

  /// The number that a URL tells: `db` of its query, or what its path begins with. Libraries differ in which of the two
  /// they follow, so two that differ tell none; the path of a socket is a file's.
  private static func database(in url: String) -> Int? {
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.dropFirst().first ?? ""
    let told = query.split(separator: "&").first { $0.hasPrefix("db=") }?.dropFirst(3)
    let number = told.flatMap { text in text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil }
    let scheme = url.prefix { $0 != ":" }.lowercased()
    if scheme.contains("unix") || scheme.contains("socket") { return number }
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).first ?? ""
    if path.contains("{}") || query.contains("{}") || url.hasSuffix("{}") { return nil }
    let digits = path.prefix { $0.isNumber }
    guard told != nil else { return Int(digits) ?? 0 }
    return digits.isEmpty || Int(digits) == number ? number : nil
  }
}
