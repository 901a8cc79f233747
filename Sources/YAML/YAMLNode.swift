/// A place in a YAML file, as people and editors count.
package struct YAMLPosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  package let line: Int

  /// The column, from 1, in Unicode code points.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: YAMLPosition, right: YAMLPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A YAML document as a value; aliases are already replaced by what they name.
package enum YAMLNode: Hashable, Sendable {
  case scalar(YAMLScalar)
  case sequence(YAMLSequence)
  case mapping(YAMLMapping)

  /// Where the node begins; of a block mapping, where its first key stands.
  package var position: YAMLPosition {
    switch self {
    case .scalar(let scalar): scalar.position
    case .sequence(let sequence): sequence.position
    case .mapping(let mapping): mapping.position
    }
  }

  /// The scalar, if it is one.
  package var scalar: YAMLScalar? { if case .scalar(let scalar) = self { scalar } else { nil } }

  /// The sequence, if it is one.
  package var sequence: YAMLSequence? { if case .sequence(let sequence) = self { sequence } else { nil } }

  /// The mapping, if it is one.
  package var mapping: YAMLMapping? { if case .mapping(let mapping) = self { mapping } else { nil } }

  /// What the node is, with its article, for messages.
  package var kindName: String {
    switch self {
    case .scalar: "a scalar"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A list of nodes.
package struct YAMLSequence: Hashable, Sendable {
  /// The elements, in order.
  package let elements: [YAMLNode]

  /// Where the list begins.
  package let position: YAMLPosition

  package init(elements: [YAMLNode], position: YAMLPosition) {
    self.elements = elements
    self.position = position
  }
}
