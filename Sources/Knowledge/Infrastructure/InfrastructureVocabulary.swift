package import InventoryModel

/// The words by which files around the code speak of servers: what `Rules/Infrastructure` says.
package struct InfrastructureVocabulary: Sendable {
  package var files = FileNames()
  /// By key, in the order of the table.
  package var products: [ServerProduct] = []
  package var settings = SettingNames()
  package var variables = VariableNames()
  /// By resource type.
  package var resources: [String: TerraformResource] = [:]
  package var packages: [Language: [String: LibraryPackage]] = [:]

  package var shell = ShellWords()
  /// Licences under which a server is meant to run.
  package var intendedLicences: Set<String> = []
  /// Whether somebody said so for this project.
  package var isLicenceTold = false

  package init() {}

  /// The table of the licences that are intended where nobody says more.
  package static let licenceTable = "Infrastructure/Licences.yml"

  /// The same with the licences that a project intends, where it says so.
  package func intending(_ licences: Set<String>?) -> InfrastructureVocabulary {
    guard let licences else { return self }
    var vocabulary = self
    vocabulary.intendedLicences = licences
    vocabulary.isLicenceTold = true
    return vocabulary
  }

  /// Which files are read, and as what.
  package struct FileNames: Sendable {
    /// Of which a file must hold one, in any case.
    package var words: [String] = []
    /// File name patterns by kind; the first that matches wins.
    package var kinds: [(kind: InfrastructureFileKind, globs: [String])] = []
    package var contexts: [(context: FileContext, globs: [String])] = []
  }

  /// Settings of servers.
  package struct SettingNames: Sendable {
    package var secret: Set<String> = []
    package var known: Set<String> = []
    package var evictsAll: Set<String> = []
    package var evictsExpiring: Set<String> = []
    /// Commands whose data must last, by what they make: queue, stream, lock.
    package var durable: [String: Set<String>] = [:]
  }

  /// Variables and addresses.
  package struct VariableNames: Sendable {
    package var words: Set<String> = []
    package var address: Set<String> = []
    package var secret: Set<String> = []
    package var schemes: Set<String> = []
    package var tlsSchemes: Set<String> = []
    package var local: Set<String> = []
    package var placeholders: Set<String> = []
    /// Parts of names whose values are not shown, though they need not be secrets.
    package var hidden: Set<String> = []
  }

  /// How shell lines call programs.
  package struct ShellWords: Sendable {
    package var prefixes: Set<String> = []
    package var except: Set<String> = []
    package var shells: Set<String> = []
    /// Options of container programs that take the next word.
    package var valued: Set<String> = []
    /// Commands of servers that the next word belongs to.
    package var containers: Set<String> = []
    /// Commands whose words after the first are data, and are not shown.
    package var data: Set<String> = []
    /// Commands whose words may be passwords.
    package var secrets: Set<String> = []
    /// Programs whose words are what the next program reads.
    package var speakers: Set<String> = []
    /// Options of the client program, by what the next word is; `valued` for all else.
    package var client: [String: Set<String>] = [:]
  }
}

/// What a file around the code is.
package enum InfrastructureFileKind: String, Sendable, Hashable, CaseIterable {
  case compose, github, gitlab, chart, values, yaml, dockerfile, environment, settings, acl, terraform, shell
  case requirements, toml, pythonLock, setup, goModule, packageJSON, packageLock, packageSwift, packageResolved
  case documentation
}

/// A server product.
package struct ServerProduct: Sendable, Hashable {
  /// `redis`.
  package var key: String
  /// The name in reports.
  package var title: String
  /// Last parts of the names of its images.
  package var images: Set<String> = []
  /// Last parts of the names of images that run it under versions of their own.
  package var repackaged: Set<String> = []
  /// Its programs.
  package var servers: Set<String> = []
  /// Its command line clients.
  package var clients: Set<String> = []
  /// Helm charts that run it.
  package var charts: Set<String> = []
  /// Variables that its images read, and the setting each stands for; `disable` takes commands away, `flags` holds
  /// arguments.
  package var variables: [String: String] = [:]
  /// The version that the beginning of a tag stands for: `7`, or nothing, where a tag names no version.
  package var floating: [String: String] = [:]
  /// By first version, rising.
  package var licences: [(from: [Int], names: [String])] = []

  package init(key: String, title: String) {
    self.key = key
    self.title = title
  }

  /// The licences of the version that an image's tag or a manifest gives; empty where the version is not known and
  /// they differ.
  package func licences(ofVersion version: String?) -> [String] {
    if licences.count == 1 { return licences[0].names }
    guard let version else { return [] }
    let given = String(version.drop { $0 == "v" }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
    guard let numbers = ServerProduct.numbers(floating[given] ?? given) else { return [] }
    return licences.last { ServerProduct.reaches(numbers, $0.from) }?.names ?? []
  }

  /// Whether a version is a first version or a later one; a number that is left out is 0.
  package static func reaches(_ version: [Int], _ first: [Int]) -> Bool {
    let count = max(version.count, first.count)
    func padded(_ numbers: [Int]) -> [Int] { numbers + Array(repeating: 0, count: count - numbers.count) }
    return !padded(version).lexicographicallyPrecedes(padded(first))
  }

  /// The numbers that a version begins with: `7.2.4-alpine` gives 7, 2, 4; nil where it begins with none.
  package static func numbers(_ version: String) -> [Int]? {
    let head = version.drop { $0 == "v" }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let numbers = head.split(separator: ".").compactMap { Int($0) }
    return numbers.isEmpty ? nil : numbers
  }

  package static func == (left: ServerProduct, right: ServerProduct) -> Bool { left.key == right.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// What the attributes of a Terraform resource say.
package struct TerraformResource: Sendable, Hashable {
  package var product: String
  package var engine: String?
  package var version: String?
  package var port: String?
  package var tls: String?
  package var plain: [String] = []
  package var secret: String?
  package var name: String?
  /// Blocks with `name` and `value`.
  package var block: String?
  /// Attributes or blocks whose own names are settings.
  package var map: String?

  package init(product: String) { self.product = product }
}

/// A library as a manifest names it.
package struct LibraryPackage: Sendable, Hashable {
  package var library: String
  package var kind: PackageRecord.Kind

  package init(library: String, kind: PackageRecord.Kind) {
    self.library = library
    self.kind = kind
  }
}
