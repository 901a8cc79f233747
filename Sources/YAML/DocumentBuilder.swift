/// Puts events together to documents, without recursion and within limits.
struct DocumentBuilder {
  private let file: String
  private let limits: YAML.Limits

  private(set) var documents: [YAMLNode] = []
  private var open: [Collection] = []
  private var anchors: [String: Sized] = [:]
  private var nodeCount = 0

  /// A node and how many nodes it has, so that an alias is counted as what it stands for.
  private struct Sized {
    let node: YAMLNode
    let size: Int
  }

  /// A list or mapping whose end has not come yet.
  private struct Collection {
    let isMapping: Bool
    let anchor: String?
    let position: YAMLPosition
    var size = 1
    var elements: [YAMLNode] = []
    var entries: [YAMLMapping.Entry] = []
    var keys: Set<String> = []
    var key: YAMLScalar?

    var node: YAMLNode {
      isMapping
        ? .mapping(YAMLMapping(entries: entries, position: position))
        : .sequence(YAMLSequence(elements: elements, position: position))
    }
  }

  init(file: String, limits: YAML.Limits) {
    self.file = file
    self.limits = limits
  }

  /// Takes the next event.
  mutating func take(_ event: Event) throws(YAMLError) {
    switch event.kind {
    case .documentStart:
      anchors = [:]
    case .scalar(let text, let style):
      let node = YAMLNode.scalar(YAMLScalar(text: text, style: style, position: event.position))
      try add(Sized(node: node, size: 1), anchor: event.anchor, at: event.position)
    case .alias(let name):
      guard let named = anchors[name] else {
        throw error("'*\(name)' names nothing that was written before", at: event.position)
      }
      try add(named, anchor: nil, at: event.position)
    case .sequenceStart, .mappingStart:
      guard open.count < limits.depth else {
        throw error("nested deeper than \(limits.depth) levels", at: event.position)
      }
      var isMapping = false
      if case .mappingStart = event.kind { isMapping = true }
      open.append(Collection(isMapping: isMapping, anchor: event.anchor, position: event.position))
    case .end:
      let closed = open.removeLast()
      try add(Sized(node: closed.node, size: closed.size), anchor: closed.anchor, at: closed.position)
    }
  }

  private mutating func add(_ sized: Sized, anchor: String?, at position: YAMLPosition) throws(YAMLError) {
    if let anchor { anchors[anchor] = sized }
    guard var parent = open.popLast() else {
      documents.append(sized.node)
      return
    }
    parent.size += sized.size
    guard parent.size <= limits.nodes else {
      throw error("more than \(limits.nodes) nodes, aliases counted as what they stand for", at: position)
    }
    if !parent.isMapping {
      parent.elements.append(sized.node)
    } else if let key = parent.key {
      parent.entries.append(YAMLMapping.Entry(key: key, value: sized.node))
      parent.key = nil
    } else {
      parent.key = try key(sized.node, in: &parent.keys, at: position)
    }
    open.append(parent)
  }

  private func key(
    _ node: YAMLNode, in keys: inout Set<String>, at position: YAMLPosition
  ) throws(YAMLError) -> YAMLScalar {
    guard case .scalar(let scalar) = node else { throw error("a key must be a scalar", at: position) }
    guard keys.insert(scalar.text).inserted || limits.allowsRepeatedKeys else {
      throw error("the key '\(scalar.text)' is given twice", at: position)
    }
    return scalar
  }

  private func error(_ message: String, at position: YAMLPosition) -> YAMLError {
    YAMLError(file: file, position: position, message: message)
  }
}
