extension ClientRecord {
  /// The database that a client works in, as far as the source tells.
  package enum Database: Sendable, Hashable {
    case number(Int)
    /// What only the run knows, and the number that holds where the configuration says nothing.
    case configured(fallback: Int?)
    /// It may be set where the source does not tell: in a map of arguments, or in one without a label.
    case unknown
  }

  /// By its arguments: one that is labelled as a database, else a URL's, else 0 where all arguments are told.
  package var database: Database {
    if let setting = settings.first(where: { $0.setsDatabase }) {
      if let value = setting.value { return Int(value).map { .number($0) } ?? .unknown }
      return .configured(fallback: setting.fallback.flatMap { Int($0) })
    }
    if settings.contains(where: \.isSpread) { return .unknown }
    if let url = settings.compactMap(\.value).first(where: { $0.contains("://") }) {
      return Self.database(in: url).map { .number($0) } ?? .unknown
    }
    let isTold = settings.isEmpty || settings.contains { ["host", "port"].contains($0.label?.lowercased()) }
    return isTold ? .number(0) : .unknown
  }

  /// The number that a URL tells: `db` of its query, or what its path begins with. Libraries differ in which of the two
  /// they follow, so two that differ tell none; the path of a socket is a file's, and that of a web page no number.
  private static func database(in url: String) -> Int? {
    let parts = url.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.dropFirst().first ?? ""
    let told = query.split(separator: "&").first { $0.hasPrefix("db=") }?.dropFirst(3)
    let number = told.flatMap { text in text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil }
    let scheme = url.prefix { $0 != ":" }.lowercased()
    if scheme.hasPrefix("http") { return nil }
    if scheme.contains("unix") || scheme.contains("socket") { return number }
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).first ?? ""
    if path.contains("{}") || query.contains("{}") || url.hasSuffix("{}") { return nil }
    let digits = path.prefix { $0.isNumber }
    guard told != nil else { return Int(digits) ?? 0 }
    return digits.isEmpty || Int(digits) == number ? number : nil
  }
}

extension ClientRecord.Setting {
  /// Whether its label says that it is the number of a database, in the words of one library or another.
  fileprivate var setsDatabase: Bool {
    guard let label else { return false }
    return ["db", "database", "selectdb", "databaseid", "databasenumber", "initialdatabase"].contains(
      label.lowercased().filter { $0 != "_" })
  }
}
