import InventoryModel
import YAML

/// Reads one table of `Rules/Languages`.
struct LanguageTableReader {
  var reader: TableReader

  init(_ table: TableFile) throws(KnowledgeError) { reader = try TableReader(table) }

  private static let keys = [
    "language", "functions", "methods", "transparentTypes", "collectionTypes", "registeringMethods",
    "dependencyObjects",
    "settingsObjects",
  ]

  mutating func read() throws(KnowledgeError) -> (language: Language, conventions: LanguageConventions) {
    var language: Language?
    var conventions = LanguageConventions()
    for field in reader.fields(of: reader.root, known: Self.keys) {
      switch field.key.text {
      case "language": language = reader.choice(field.value)
      case "functions": conventions.functions = readEffects(field.value)
      case "methods": conventions.methods = readEffects(field.value)
      case "transparentTypes": conventions.transparentTypes = Set(reader.texts(field.value))
      case "collectionTypes": conventions.collectionTypes = Set(reader.texts(field.value))
      case "registeringMethods": conventions.registeringMethods = Set(reader.texts(field.value))
      case "dependencyObjects": conventions.dependencyObjects = Set(reader.texts(field.value))
      case "settingsObjects": conventions.settingsObjects = Set(reader.texts(field.value))
      default: break
      }
    }
    if language == nil { reader.note("'language' is missing", at: reader.root.position) }
    guard reader.problems.isEmpty, let language else { throw KnowledgeError(reader.problems) }
    return (language, conventions)
  }

  private mutating func readEffects(_ node: YAMLNode) -> [String: LanguageConventions.Effect] {
    var effects: [String: LanguageConventions.Effect] = [:]
    for entry in reader.entries(of: node) {
      guard let effect = readEffect(entry.value) else { continue }
      for name in entry.key.alternatives {
        if effects.updateValue(effect, forKey: name) != nil {
          reader.note("'\(name)' is given twice", at: entry.key.position)
        }
      }
    }
    return effects
  }

  private static let plainEffects: [String: LanguageConventions.Effect] = [
    "receiver": .receiver, "receiverText": .receiverText, "store": .store, "storeOne": .storeOne, "element": .element,
    "partial": .partial,
    "gather": .gather,
    "attribute": .attribute, "durationParts": .durationParts, "thread": .thread, "setAttribute": .setAttribute,
    "bound": .bound, "fixture": .fixture, "typeOf": .typeOf, "written": .written,
  ]

  private static let effectsOfArgument: [String: @Sendable (Int) -> LanguageConventions.Effect] = [
    "argument": { .argument($0) }, "eachElement": { .eachElement(callback: $0) }, "apply": { .apply(callback: $0) },
    "callArgument": { .callArgument($0) }, "environment": { .environment($0) }, "fileText": { .fileText($0) },
    "provided": { .provided($0) }, "importModule": { .importModule($0) }, "text": { .text($0) },
    "elementOr": { .elementOr($0) },
    "elementOf": { .elementOf($0) }, "callEach": { .callEach($0) }, "eachOf": { .eachOf(callback: $0) },
    "resource": { .resource($0) },
  ]

  private static let effectsWithFacts = effectsOfArgument.keys.sorted() + ["format", "write", "duration"]

  private mutating func readEffect(_ node: YAMLNode) -> LanguageConventions.Effect? {
    if let scalar = node.scalar {
      if let effect = Self.plainEffects[scalar.text] { return effect }
      reader.unknown("effect", scalar, known: Self.plainEffects.keys.sorted())
      return nil
    }
    let fields = reader.fields(of: node, known: Self.effectsWithFacts)
    guard let field = fields.first else { return nil }
    if fields.count > 1 { reader.note("one effect is expected", at: fields[1].key.position) }
    switch field.key.text {
    case "format":
      let format: LanguageConventions.Format? = reader.choice(field.value)
      return format.map { .format($0) }
    case "write":
      let format: LanguageConventions.Format? = reader.choice(field.value)
      return format.map { .write($0) }
    case "duration": return readSeconds(field.value).map { .duration(seconds: $0) }
    default: return reader.count(field.value).flatMap { Self.effectsOfArgument[field.key.text]?($0) }
    }
  }

  private mutating func readSeconds(_ node: YAMLNode) -> Double? {
    if let seconds = node.scalar.flatMap({ Double($0.text) }) { return seconds }
    reader.note("a number of seconds is expected", at: node.position)
    return nil
  }
}
