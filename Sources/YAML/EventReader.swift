internal import CLibYAML

/// Owns a libyaml parser; it points into itself, so it stands at one address for life.
@safe
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeBufferPointer<UInt8>
  private let file: String
  private let firstLine: Int
  private var isFinished = false

  /// Reads `input`, which must outlive the reader and begins at a line of the file.
  @unsafe
  init(_ input: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    unsafe self.input = input
    self.file = file
    self.firstLine = firstLine
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else { fatalError("libyaml: out of memory") }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event that matters; nothing at the end of the text.
  mutating func next() throws(YAMLError) -> Event? {
    while !isFinished {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
      defer { unsafe yaml_event_delete(&event) }
      if unsafe event.type == YAML_STREAM_END_EVENT { isFinished = true }
      let mark = unsafe event.start_mark
      let position = YAMLPosition(line: mark.line + firstLine, column: mark.column + 1)
      if let (kind, anchor) = unsafe read(event) { return Event(kind: kind, anchor: anchor, position: position) }
    }
    return nil
  }

  @unsafe
  private func read(_ event: yaml_event_t) -> (Event.Kind, anchor: String?)? {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      return (.documentStart, nil)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let style: YAMLScalar.Style =
        switch unsafe scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return (.scalar(unsafe String(decoding: bytes, as: UTF8.self), style), unsafe string(scalar.anchor))
    case YAML_ALIAS_EVENT:
      return (.alias(unsafe string(event.data.alias.anchor) ?? ""), nil)
    case YAML_SEQUENCE_START_EVENT:
      return (.sequenceStart, unsafe string(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      return (.mappingStart, unsafe string(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return (.end, nil)
    default:
      return nil
    }
  }

  @unsafe
  private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }

  /// What libyaml complains about; a bad character comes with an offset only, so its line is counted here.
  private func failure() -> YAMLError {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory"
    let position: YAMLPosition
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      let before = unsafe input.prefix(parser.pointee.problem_offset)
      let line = unsafe before.reduce(into: firstLine) { line, byte in if byte == UInt8(ascii: "\n") { line += 1 } }
      let lineStart = unsafe before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let column = unsafe before[lineStart...].reduce(into: 1) { column, byte in if byte & 0xC0 != 0x80 { column += 1 }
      }
      position = YAMLPosition(line: line, column: column)
    } else {
      let mark = unsafe parser.pointee.problem_mark
      position = YAMLPosition(line: mark.line + firstLine, column: mark.column + 1)
    }
    return YAMLError(file: file, position: position, message: problem)
  }
}
