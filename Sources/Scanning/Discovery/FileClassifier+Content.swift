import InventoryModel

extension FileClassifier {
  /// Why a file that is about to be parsed is left out after all, by what is in it.
  func reasonToSkip(_ file: SourceFile, content: Span<UInt8>) -> SkippedFile.Reason? {
    if isIncluded(file.path) { return nil }
    if generatedMarks.matches(in: content.extracting(first: 2048)) { return .generated }
    return file.kind == .javascript && FileClassifier.isMinified(content) ? .minified : nil
  }

  /// Whether most of a script stands in lines that nobody wrote by hand.
  private static func isMinified(_ content: Span<UInt8>) -> Bool {
    let longLine = 1000
    var (inLongLines, lineStart) = (0, 0)
    for index in 0...content.count where index == content.count || content[index] == 0x0A {
      if index - lineStart > longLine { inLongLines += index - lineStart }
      lineStart = index + 1
    }
    return inLongLines * 2 > content.count
  }
}
