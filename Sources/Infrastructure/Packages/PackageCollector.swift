import InventoryModel
import Knowledge

/// Gathers the libraries that one manifest or lock file names.
struct PackageCollector {
  let file: ConfigurationText
  let language: Language
  private let products: [String]
  private let known: [String: LibraryPackage]
  private(set) var facts = InfrastructureFacts()

  init(_ file: ConfigurationText, _ vocabulary: InfrastructureVocabulary, _ language: Language) {
    self.file = file
    self.language = language
    products = vocabulary.products.map(\.key)
    known = vocabulary.packages[language] ?? [:]
  }

  /// Whether a product's name is part of a text.
  func namesProduct(_ text: String) -> Bool {
    let text = text.lowercased()
    return products.contains { text.holds($0) }
  }

  func knows(_ name: String) -> Bool { known[name] != nil }

  /// Takes a package if it is of interest.
  ///
  /// - Parameter hasExtra: whether it is asked for with an extra that names a product.
  mutating func add(
    _ name: String, as key: String? = nil, requirement: String? = nil, version: String? = nil,
    isDevelopment: Bool = false, hasExtra: Bool = false, line: Int, column: Int = 1
  ) {
    guard let package = known[key ?? name], package.kind != .optional || hasExtra else { return }
    var record = PackageRecord(
      place: file.place(line: line, column: column), package: name, library: package.library, kind: package.kind,
      language: language, context: file.context)
    record.requirement = requirement?.isEmpty == true ? nil : requirement
    record.version = version ?? requirement.flatMap(PackageCollector.exact)
    record.isDevelopment = isDevelopment
    facts.packages.append(record)
  }

  /// The version that a requirement names alone.
  private static func exact(_ requirement: String) -> String? {
    let text = requirement.hasPrefix("==") ? requirement.dropFirst(2).trimmed : requirement.trimmed
    let parts = text.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].allSatisfy(\.isNumber), !text.contains("*"), !text.contains(","),
      !text.contains(" ")
    else { return nil }
    return String(text)
  }
}
