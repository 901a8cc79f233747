/// A file pattern of a CODEOWNERS file, matched in time proportional to the pattern and the path, since both may come
/// from a stranger.
struct OwnerPattern: Sendable {
  private var components: [Component] = []
  /// Whether what is inside a folder that matches does not count.
  private let isExact: Bool
  /// Whether only what is inside a folder that matches counts.
  private let mustBeInside: Bool

  private enum Component: Sendable {
    /// Any number of folders; at the end of a pattern at least one name.
    case folders
    case name([Token])
  }

  private enum Token: Sendable {
    case stars
    case anyone
    case one(Unicode.Scalar)
  }

  /// Reads a pattern; nil for one that means nothing.
  ///
  /// - Parameter isAnchored: whether a pattern with a slash inside goes from the root, as with GitHub; with GitLab only
  ///   one that begins with a slash does.
  init?(_ text: String, isAnchored: Bool) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isFolder = parts.count > 1 && parts.last == ""
    if isFolder { parts.removeLast() }
    let isFromRoot = parts.first == ""
    if isFromRoot { parts.removeFirst() }
    guard !parts.isEmpty || (isFromRoot && isFolder), !parts.contains("") else { return nil }
    mustBeInside = isFolder
    isExact = !isFolder && (parts.last == "*" || parts.last == "**")
    if !isFromRoot, !isAnchored || parts.count == 1 { components.append(.folders) }
    for part in parts { add(part) }
  }

  private mutating func add(_ part: Substring) {
    guard part != "**" else {
      if case .folders? = components.last { return }
      return components.append(.folders)
    }
    var tokens: [Token] = []
    var isEscaped = false
    for scalar in part.unicodeScalars {
      switch scalar {
      case _ where isEscaped:
        tokens.append(.one(scalar))
        isEscaped = false
      case "\\": isEscaped = true
      case "*": if case .stars? = tokens.last {} else { tokens.append(.stars) }
      case "?": tokens.append(.anyone)
      default: tokens.append(.one(scalar))
      }
    }
    components.append(.name(tokens))
  }

  /// Whether a path relative to the root of the repository is meant.
  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
    // How many names the components so far can have taken.
    var taken: Set<Int> = [0]
    for component in components {
      switch component {
      case .folders: taken = Set((taken.min() ?? names.count)...names.count)
      case .name(let tokens):
        taken = Set(taken.filter { $0 < names.count && OwnerPattern.matches(tokens, names[$0]) }.map { $0 + 1 })
      }
      if taken.isEmpty { return false }
    }
    if mustBeInside { return taken.contains { $0 < names.count } }
    return isExact ? taken.contains(names.count) : true
  }

  private static func matches(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    var (token, index) = (0, 0)
    var retry: (token: Int, index: Int)?
    while index < name.count {
      if token < tokens.count, case .stars = tokens[token] {
        token += 1
        retry = (token, index)
      } else if token < tokens.count, isOne(tokens[token], name[index]) {
        (token, index) = (token + 1, index + 1)
      } else if let last = retry {
        (token, index) = (last.token, last.index + 1)
        retry = (last.token, last.index + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { if case .stars = $0 { true } else { false } }
  }

  private static func isOne(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .stars: false
    case .anyone: true
    case .one(let wanted): wanted == scalar
    }
  }
}
