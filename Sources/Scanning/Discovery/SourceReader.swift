import FileSystem
import InventoryModel

/// Lends the bytes of one file after the other out of one buffer, and says why where it cannot.
struct SourceReader {
  private let root: Folder
  private let replacement: FileReplacement?
  private var buffer: [UInt8] = []

  /// Sources above this size are data; 8 MB take a parser most of a second.
  static let sizeLimit = 8 << 20

  init(root: Folder, replacement: FileReplacement? = nil) {
    self.root = root
    self.replacement = replacement
  }

  /// What `body` makes of a file's bytes.
  mutating func read<Result>(
    _ path: String, _ body: (ArraySlice<UInt8>) -> Result
  ) -> Swift.Result<Result, FileProblem> {
    do throws(ReadFailure) {
      let bytes = try bytes(of: path)
      // A zero byte near the start is how git tells too.
      if bytes.holdsZero(inFirst: 1024) {
        return .failure(FileProblem(SkippedFile(path: path, reason: .binary)))
      }
      return .success(body(bytes))
    } catch {
      return .failure(FileProblem(SourceReader.skipped(path, error)))
    }
  }

  private mutating func bytes(of path: String) throws(ReadFailure) -> ArraySlice<UInt8> {
    if let replacement, replacement.path == path { return replacement.bytes[...] }
    let count = try root.read(path, into: &buffer, limit: SourceReader.sizeLimit)
    return buffer.prefix(count)
  }

  private static func skipped(_ path: String, _ failure: ReadFailure) -> SkippedFile {
    switch failure {
    case .notRegular: SkippedFile(path: path, reason: .notRegular)
    case .tooLarge(let bytes): SkippedFile(path: path, reason: .tooLarge, detail: "\(bytes) bytes")
    case .changed: SkippedFile(path: path, reason: .changed)
    case .system(let error) where error.isLink: SkippedFile(path: path, reason: .link)
    case .system(let error) where error.isAbsence && path.unicodeScalars.contains("\u{FFFD}"):
      SkippedFile(path: path, reason: .unreadable, detail: "its name is not UTF-8")
    case .system(let error) where error.isAbsence: SkippedFile(path: path, reason: .absent)
    case .system(let error): SkippedFile(path: path, reason: .unreadable, detail: error.description)
    }
  }
}

/// Carries why a file could not be read.
struct FileProblem: Error {
  let file: SkippedFile

  init(_ file: SkippedFile) { self.file = file }
}
