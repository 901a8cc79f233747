import InventoryModel
import YAML

/// Reads the tables of `Rules/Infrastructure`.
struct InfrastructureTableReader {
  private var reader: TableReader

  init(_ reader: TableReader) { self.reader = reader }

  mutating func read(_ path: String, into vocabulary: inout InfrastructureVocabulary) throws(KnowledgeError) {
    switch path {
    case "Infrastructure/Files.yml": readFiles(into: &vocabulary.files)
    case "Infrastructure/Products.yml": vocabulary.products = readProducts()
    case "Infrastructure/Settings.yml": readSettings(into: &vocabulary.settings)
    case "Infrastructure/Variables.yml": readVariables(into: &vocabulary.variables)
    case "Infrastructure/Shell.yml": readShell(into: &vocabulary.shell)
    case "Infrastructure/Terraform.yml": vocabulary.resources = readResources()
    case InfrastructureVocabulary.licenceTable:
      for field in reader.fields(of: reader.root, known: ["intended"]) {
        vocabulary.intendedLicences = Set(reader.texts(field.value))
      }
    case "Infrastructure/Packages.yml": vocabulary.packages = readPackages()
    default:
      reader.note(
        "no table belongs here, but Files, Products, Settings, Variables, Shell, Licences, Terraform and Packages",
        at: reader.root.position)
    }
    guard reader.problems.isEmpty else { throw KnowledgeError(reader.problems) }
  }

  private mutating func readFiles(into files: inout InfrastructureVocabulary.FileNames) {
    for field in reader.fields(of: reader.root, known: ["words", "kinds", "contexts"]) {
      switch field.key.text {
      case "words": files.words = reader.texts(field.value)
      case "kinds":
        for entry in reader.fields(of: field.value, known: InfrastructureFileKind.allCases.map(\.rawValue)) {
          guard let kind = InfrastructureFileKind(rawValue: entry.key.text) else { continue }
          files.kinds.append((kind, reader.texts(entry.value)))
        }
      default:
        for entry in reader.fields(of: field.value, known: FileContext.allCases.map(\.rawValue)) {
          guard let context = FileContext(rawValue: entry.key.text) else { continue }
          files.contexts.append((context, reader.texts(entry.value)))
        }
      }
    }
  }

  private mutating func readProducts() -> [ServerProduct] {
    var products: [ServerProduct] = []
    for entry in reader.entries(of: reader.root) {
      var product = ServerProduct(key: entry.key.text, title: entry.key.text)
      let known = [
        "title", "images", "repackaged", "servers", "clients", "charts", "variables", "floating", "licences",
      ]
      for field in reader.fields(of: entry.value, known: known) {
        switch field.key.text {
        case "title": product.title = reader.text(field.value) ?? product.title
        case "images": product.images = Set(reader.texts(field.value))
        case "repackaged": product.repackaged = Set(reader.texts(field.value))
        case "servers": product.servers = Set(reader.texts(field.value))
        case "clients": product.clients = Set(reader.texts(field.value))
        case "charts": product.charts = Set(reader.texts(field.value))
        case "variables":
          for name in reader.entries(of: field.value) { product.variables[name.key.text] = reader.text(name.value) }
        case "floating":
          for tag in reader.entries(of: field.value) { product.floating[tag.key.text] = reader.text(tag.value) }
        default: product.licences = readLicences(field.value)
        }
      }
      if product.licences.isEmpty { reader.note("'licences' is missing", at: entry.key.position) }
      products.append(product)
    }
    return products
  }

  private mutating func readLicences(_ node: YAMLNode) -> [(from: [Int], names: [String])] {
    var licences: [(from: [Int], names: [String])] = []
    for element in node.sequence?.elements ?? [] {
      var from: [Int]?
      var names: [String] = []
      for field in reader.fields(of: element, known: ["from", "is"]) {
        if field.key.text == "is" {
          names = reader.texts(field.value)
        } else {
          from = reader.text(field.value).flatMap(ServerProduct.numbers)
        }
      }
      guard let from, !names.isEmpty else {
        reader.note("a first version, 'from', and licences, 'is', are expected", at: element.position)
        continue
      }
      if let last = licences.last, !last.from.lexicographicallyPrecedes(from) {
        reader.note("first versions must rise", at: element.position)
      }
      licences.append((from, names))
    }
    return licences
  }

  private mutating func readSettings(into settings: inout InfrastructureVocabulary.SettingNames) {
    let known = ["secret", "known", "evictsAll", "evictsExpiring", "durable"]
    for field in reader.fields(of: reader.root, known: known) {
      switch field.key.text {
      case "secret": settings.secret = Set(reader.texts(field.value))
      case "known": settings.known = Set(reader.texts(field.value))
      case "evictsAll": settings.evictsAll = Set(reader.texts(field.value))
      case "evictsExpiring": settings.evictsExpiring = Set(reader.texts(field.value))
      default:
        for entry in reader.entries(of: field.value) {
          settings.durable[entry.key.text] = Set(reader.texts(entry.value))
        }
      }
    }
  }

  private mutating func readVariables(into variables: inout InfrastructureVocabulary.VariableNames) {
    let known = ["words", "address", "secret", "hidden", "schemes", "tlsSchemes", "local", "placeholders"]
    for field in reader.fields(of: reader.root, known: known) {
      let texts = Set(reader.texts(field.value))
      switch field.key.text {
      case "words": variables.words = texts
      case "address": variables.address = texts
      case "secret": variables.secret = texts
      case "hidden": variables.hidden = texts
      case "schemes": variables.schemes = texts
      case "tlsSchemes": variables.tlsSchemes = texts
      case "local": variables.local = texts
      default: variables.placeholders = texts
      }
    }
  }

  private mutating func readShell(into shell: inout InfrastructureVocabulary.ShellWords) {
    let known = ["prefixes", "except", "shells", "containers", "data", "secrets", "speakers", "valued", "client"]
    for field in reader.fields(of: reader.root, known: known) {
      switch field.key.text {
      case "prefixes": shell.prefixes = Set(reader.texts(field.value))
      case "except": shell.except = Set(reader.texts(field.value))
      case "shells": shell.shells = Set(reader.texts(field.value))
      case "containers": shell.containers = Set(reader.texts(field.value))
      case "data": shell.data = Set(reader.texts(field.value))
      case "secrets": shell.secrets = Set(reader.texts(field.value))
      case "speakers": shell.speakers = Set(reader.texts(field.value))
      case "valued": shell.valued = Set(reader.texts(field.value))
      default:
        let known = ["host", "port", "password", "url", "user", "valued", "rest"]
        for entry in reader.fields(of: field.value, known: known) {
          shell.client[entry.key.text] = Set(reader.texts(entry.value))
        }
      }
    }
  }

  private mutating func readResources() -> [String: TerraformResource] {
    var resources: [String: TerraformResource] = [:]
    let known = ["product", "engine", "version", "port", "tls", "plain", "secret", "name", "block", "map"]
    for entry in reader.entries(of: reader.root) {
      var resource = TerraformResource(product: "")
      for field in reader.fields(of: entry.value, known: known) {
        let text = reader.text(field.value)
        switch field.key.text {
        case "product": resource.product = text ?? ""
        case "engine": resource.engine = text
        case "version": resource.version = text
        case "port": resource.port = text
        case "tls": resource.tls = text
        case "plain": resource.plain = field.value.scalar?.alternatives ?? []
        case "secret": resource.secret = text
        case "name": resource.name = text
        case "block": resource.block = text
        default: resource.map = text
        }
      }
      if resource.product.isEmpty { reader.note("'product' is missing", at: entry.key.position) }
      resources[entry.key.text] = resource
    }
    return resources
  }

  private mutating func readPackages() -> [Language: [String: LibraryPackage]] {
    let kinds: [String: PackageRecord.Kind] = [
      "clients": .client, "queues": .queue, "users": .user, "optional": .optional,
    ]
    var packages: [Language: [String: LibraryPackage]] = [:]
    for entry in reader.fields(of: reader.root, known: Language.allCases.map(\.rawValue)) {
      guard let language = Language(rawValue: entry.key.text) else { continue }
      for field in reader.fields(of: entry.value, known: kinds.keys.sorted()) {
        guard let kind = kinds[field.key.text] else { continue }
        for package in reader.entries(of: field.value) {
          guard let library = reader.text(package.value) else { continue }
          let known = packages[language, default: [:]].updateValue(
            LibraryPackage(library: library, kind: kind), forKey: package.key.text)
          if known != nil { reader.note("'\(package.key.text)' is given twice", at: package.key.position) }
        }
      }
    }
    return packages
  }
}
