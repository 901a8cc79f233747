internal import CPCRE2

/// A compiled regular expression; a class because it owns its code, and never changes, so any task may use it.
@safe
package final class Pattern: @unchecked Sendable {
  /// How a regular expression is read; text is UTF-8 unless told otherwise, and bytes that are not match nothing.
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Letters match in both cases.
    package static var caseInsensitive: Options { Options(rawValue: PCRE2_CASELESS) }
    /// `^` and `$` match at each line.
    package static var multiline: Options { Options(rawValue: PCRE2_MULTILINE) }
    /// `.` matches line ends too.
    package static var dotMatchesNewline: Options { Options(rawValue: PCRE2_DOTALL) }
    /// White space in the regular expression means nothing, and `#` begins a comment.
    package static var extended: Options { Options(rawValue: PCRE2_EXTENDED) }
    /// A match begins where the search begins.
    package static var anchored: Options { Options(rawValue: PCRE2_ANCHORED) }
    /// `\w`, `\d` and `\b` go by Unicode properties instead of ASCII.
    package static var unicodeClasses: Options { Options(rawValue: PCRE2_UCP) }
    /// The subject is plain bytes, not UTF-8.
    package static var bytes: Options { Options(rawValue: PCRE2_NEVER_UTF) }
  }

  /// The regular expression as it was given.
  package let regex: String

  private let code: OpaquePointer
  private let context: OpaquePointer

  /// Compiles a regular expression.
  package init(_ regex: String, options: Options = []) throws(PatternError) {
    let utf = options.contains(.bytes) ? 0 : PCRE2_UTF | PCRE2_MATCH_INVALID_UTF
    var status: Int32 = 0
    var offset = 0
    let bytes = Array(regex.utf8)
    let compiled = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe pcre2_compile_8(bytes.baseAddress, bytes.count, options.rawValue | utf, &status, &offset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(regex: regex, offset: offset, message: Pattern.message(of: status))
    }
    self.regex = regex
    unsafe code = compiled
    unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
    unsafe context = pcre2_match_context_create_8(nil)
    unsafe pcre2_set_match_limit_8(context, 5_000_000)
    unsafe pcre2_set_heap_limit_8(context, 64 * 1024)
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_code_free_8(code)
  }

  /// The number of the group with a name.
  package func group(named name: String) -> Int? {
    let number = unsafe pcre2_substring_number_from_name_8(code, Array(name.utf8) + [0])
    return number > 0 ? Int(number) : nil
  }

  /// The first match at or after an offset; a search that would take too long counts as no match.
  package func firstMatch(in subject: Span<UInt8>, from start: Int = 0) -> Match? {
    guard start >= 0, start <= subject.count else { return nil }
    return unsafe subject.withUnsafeBufferPointer { bytes in
      let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil)
      defer { unsafe pcre2_match_data_free_8(data) }
      guard unsafe run(bytes, from: start, data: data) > 0 else { return nil }
      let count = unsafe Int(pcre2_get_ovector_count_8(data))
      let offsets = unsafe UnsafeBufferPointer(start: pcre2_get_ovector_pointer_8(data), count: count * 2)
      // `\K` can put the start behind the end.
      return Match(
        groups: (0..<count).map { group in
          let (lower, upper) = unsafe (offsets[group * 2], offsets[group * 2 + 1])
          return lower == Int.max || upper == Int.max || lower < 0 || lower > upper ? nil : lower..<upper
        })
    }
  }

  /// Whether the pattern matches anywhere.
  package func matches(in subject: Span<UInt8>) -> Bool {
    unsafe subject.withUnsafeBufferPointer { bytes in
      let data = unsafe pcre2_match_data_create_8(1, nil)
      defer { unsafe pcre2_match_data_free_8(data) }
      return unsafe run(bytes, from: 0, data: data) >= 0
    }
  }

  /// PCRE2's answer; where the fast code runs out of stack, the slow code gets its turn.
  @unsafe
  private func run(_ subject: UnsafeBufferPointer<UInt8>, from start: Int, data: OpaquePointer?) -> Int32 {
    let base = subject.baseAddress
    let result = unsafe pcre2_match_8(code, base, subject.count, start, 0, data, context)
    guard result == PCRE2_ERROR_JIT_STACKLIMIT else { return result }
    return unsafe pcre2_match_8(code, base, subject.count, start, PCRE2_NO_JIT, data, context)
  }

  private static func message(of status: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe pcre2_get_error_message_8(status, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(status)"
  }
}
