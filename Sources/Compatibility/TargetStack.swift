package import Knowledge

/// A target as it was asked for: a profile, what is in front of it or around it, and the engine inside.
package struct TargetStack: Sendable {
  /// As it was asked for: `envoy+valkey-7.2`.
  package let name: String
  package let title: String
  /// From the outside inward.
  package let layers: [TargetProfile]

  /// Makes a target of names joined by `+`: a profile, then its engine, and `cluster` for keys in slots.
  package init(_ name: String, in library: TargetLibrary) throws {
    var layers: [TargetProfile] = []
    var isCluster = false
    for part in name.split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
      if part == "cluster", !layers.isEmpty {
        isCluster = true
        continue
      }
      guard let profile = try library.profile(part) else { throw UnknownTarget(name: part, known: library.names) }
      layers.append(profile)
    }
    let asked = layers.count
    layers =
      layers.filter { $0.kind != .server && $0.kind != .cluster } + layers.filter { $0.kind == .cluster }
      + layers.filter { $0.kind == .server }
    while let engine = layers.last?.engine {
      guard let profile = try library.profile(engine), !layers.contains(where: { $0.name == profile.name }) else {
        throw UnknownTarget(name: engine, known: library.names)
      }
      layers.append(profile)
    }
    if isCluster, !layers.contains(where: \.isCluster) {
      let product = layers.last { $0.product != nil }?.product ?? "valkey"
      guard let profile = try library.profile("\(product)-cluster") else {
        throw UnknownTarget(name: "\(product)-cluster", known: library.names)
      }
      layers.insert(profile, at: max(layers.count - 1, 0))
    }
    self.name = name
    self.layers = layers
    title = layers.prefix(asked + (isCluster ? 1 : 0)).sorted { TargetStack.rank($0) < TargetStack.rank($1) }
      .map(\.title).joined(separator: ", ")
  }

  /// Servers come first in titles, then what is around them.
  private static func rank(_ profile: TargetProfile) -> Int {
    switch profile.kind {
    case .proxy: 0
    case .service: 1
    case .server: 2
    case .cluster: 3
    }
  }

  /// The line of servers inside, and its version, where that is known.
  var server: (product: String, version: ServerVersion)? {
    for layer in layers.reversed() {
      if let product = layer.product, let version = ServerVersion(layer.version) { return (product, version) }
    }
    return nil
  }

  /// Whether scripts and what they do stay behind it.
  var isProxy: Bool { layers.first?.kind == .proxy }
}

/// A target that no profile describes.
package struct UnknownTarget: Error, Sendable {
  package let name: String
  /// The names that there are, sorted.
  package let known: [String]
}
