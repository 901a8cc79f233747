import FileSystem
import InventoryModel
import Parallelism

/// The files that a scan reads: sources first, then those that name modules and packages; a file is known by its position.
struct ScanInputs: Sendable {
  private let root: Folder
  private let files: [SourceFile]
  private let manifests: [String]
  private let parallel: Parallel

  init(_ task: ScanTask) throws(SystemError) {
    root = try Folder(task.files.root)
    files = task.files.files
    manifests = task.files.manifests
    parallel = task.configuration.parallel
  }

  var count: Int { files.count + manifests.count }

  private func path(_ index: Int) -> String {
    index < files.count ? files[index].path : manifests[index - files.count]
  }

  /// What tells each file from itself at another time, as far as the system knows; 0 where it cannot tell.
  ///
  /// - Parameter began: a moment in nanoseconds since 1970; where any file has, or may have, changed after it, there is no
  ///   answer.
  func signatures(changedBefore began: Int?) async -> [UInt64]? {
    let now = WallClock.nanosecondsSince1970
    let results = await parallel.map(Array(0..<count), batch: 256) { [self] indices in
      indices.map { index -> (signature: UInt64, isNew: Bool) in
        guard let status = try? root.status(of: path(index)) else { return (0, false) }
        return (
          ScanInputs.isRecent(status, at: now) ? 0 : ScanInputs.signature(status),
          began.map { ScanInputs.isRecent(status, at: $0) } ?? false
        )
      }
    }
    return results.contains(where: \.isNew) ? nil : results.map(\.signature)
  }

  /// Whether a file could be changed after a moment and still look as it does: times go on in steps, on some file systems
  /// of two seconds.
  private static func isRecent(_ status: FileStatus, at moment: Int) -> Bool {
    let latest = max(status.changed, status.modified)
    return latest >= moment - (latest % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000)
  }

  private static func signature(_ status: FileStatus) -> UInt64 {
    guard status.kind == .file else { return 0 }
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    let parts = [
      UInt64(bitPattern: Int64(status.size)), UInt64(status.identity.device), UInt64(status.identity.inode),
      UInt64(bitPattern: Int64(status.modified)), UInt64(bitPattern: Int64(status.changed)),
    ]
    for part in parts {
      let product = (hash ^ part).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.high ^ product.low ^ part
    }
    return max(hash, 1)
  }

  /// What a file holds today.
  struct Content: Sendable {
    let digest: ContentDigest
    /// Whether the question asked of its bytes was answered with yes.
    let isOfNoInterest: Bool
  }

  /// The contents of some files; nil for one that a scan would not read.
  func digests(
    of indices: [Int], key: ContentDigest.Key, _ isOfNoInterest: @escaping SourceLibrary.Search
  ) async -> [Content?] {
    await parallel.map(indices, batch: 32) { [self] indices in
      var reader = SourceReader(root: root)
      return indices.map { index -> Content? in
        let path = path(index)
        let language = index < files.count ? files[index].language : .go
        let result = reader.read(path) { bytes in
          Content(
            digest: ContentDigest(of: bytes.span, key: key),
            isOfNoInterest: isOfNoInterest(language, bytes.span, path))
        }
        return try? result.get()
      }
    }
  }
}
