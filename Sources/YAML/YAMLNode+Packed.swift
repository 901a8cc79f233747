/// A document in a compact form, from which it is read again much faster than from YAML: for tables that were checked
/// when a program was built.
///
/// The form is valid UTF-8. It holds the texts, each once, then the nodes, each before what it holds. A number is a
/// row of bytes of six bits each, the lowest first, of which all but the last are marked by the seventh.
///
///     document  = count of texts, texts, node
///     text      = count of bytes, bytes
///     node      = scalar or collection
///     scalar    = kind + number of the text × kinds, line, column
///     collection = kind + count × kinds, line, column, then nodes, or scalars and nodes by turns
extension YAMLNode {
  /// The node in the compact form.
  package var packed: String {
    var writer = PackedWriter()
    writer.write(self)
    return writer.packed
  }

  /// Reads a node back, equal to the one that was packed; nil where the text is of another form.
  package init?(packed: String) {
    var reader = PackedReader(packed)
    do throws(PackedReader.Malformed) {
      self = try reader.read()
    } catch {
      return nil
    }
  }
}

/// What a node of the compact form is.
enum PackedKind: Int, CaseIterable {
  case plain, quoted, block, sequence, mapping

  init(_ style: YAMLScalar.Style) {
    self =
      switch style {
      case .plain: .plain
      case .quoted: .quoted
      case .block: .block
      }
  }

  /// The style of a scalar; nil for collections.
  var style: YAMLScalar.Style? {
    switch self {
    case .plain: .plain
    case .quoted: .quoted
    case .block: .block
    case .sequence, .mapping: nil
    }
  }

  /// How many kinds there are.
  static let count = 5
}
