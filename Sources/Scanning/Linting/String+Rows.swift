extension String {
  /// The lines of a file, whichever way they end, without their ends. In Swift CR and LF are one character.
  var rows: [Substring] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}
