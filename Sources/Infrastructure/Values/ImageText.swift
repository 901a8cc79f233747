import InventoryModel
import Knowledge

extension ImageReference {
  /// An image by its reference as a compose file, manifest or Dockerfile writes it; variables give way to their defaults.
  init?(_ written: some StringProtocol) {
    let text = Interpolation.resolved(String(written).trimmed.unquoted)
    guard !text.isEmpty, text.count < 300, !text.contains(where: \.isWhitespace) else { return nil }
    let named = text.prefix { $0 != "@" }
    let start = named.lastIndex(of: "/").map { named.index(after: $0) } ?? named.startIndex
    let colon = named[start...].firstIndex(of: ":")
    let repository = named[..<(colon ?? named.endIndex)]
    let tag = colon.map { String(named[named.index(after: $0)...]) }
    guard !repository.isEmpty else { return nil }
    self.init(text: text, repository: String(repository), tag: tag?.isEmpty == true ? nil : tag)
  }

  /// The last part of the repository: `redis`.
  var name: Substring {
    repository.lastIndex(of: "/").map { repository[repository.index(after: $0)...] } ?? repository[...]
  }

  /// The version that the tag begins with: `7.2` of `7.2-alpine`.
  var version: String? {
    guard let tag else { return nil }
    let digits = tag.drop { $0 == "v" }.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    return digits.isEmpty ? nil : String(digits)
  }
}

extension InfrastructureVocabulary {
  /// The product that an image runs.
  func product(of image: ImageReference) -> ServerProduct? {
    let name = String(image.name)
    return products.first { $0.images.contains(name) || $0.repackaged.contains(name) }
  }

  /// Whether one of the products' names, or a word of theirs, is part of a name.
  func product(namedIn name: String) -> ServerProduct? {
    let name = name.lowercased()
    return products.first { name.holds($0.key) }
  }
}

extension ServerRecord {
  /// Makes it a server of an image.
  mutating func run(_ image: ImageReference, product: ServerProduct) {
    self.image = image
    self.product = product.key
    let tag = image.tag ?? ""
    let isItsOwn = !product.repackaged.contains(String(image.name)) && !tag.contains("{}") && !tag.contains("__")
    version = isItsOwn ? image.version : nil
    licences = product.licences(ofVersion: isItsOwn ? tag : nil)
  }
}
