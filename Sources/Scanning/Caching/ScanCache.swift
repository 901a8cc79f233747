package import FileSystem
import InventoryModel

/// Reports of earlier scans in a folder of the user's, each with all that it was made from: one whose files are as they
/// were, or differ only where the scan would not look, is the report of today. And the facts of parsed files, for scans
/// that have to be made.
package struct ScanCache {
  let folder: CacheFolder
  /// What a report depends on beside settings and files.
  let program: String

  /// - Parameters:
  ///   - path: nil for the user's own cache folder.
  ///   - program: tells this program from others, and from other versions of itself.
  ///   - root: the folder that is scanned, without links.
  package init(_ path: String?, program: String, scanning root: String) throws(ScanCacheError) {
    guard let path = path ?? CacheFolder.standardPath else { throw .noFolder }
    guard !ScanCache.isInside(path, root) else { throw .inside(path: path) }
    do throws(SystemError) {
      folder = try CacheFolder(path)
    } catch {
      throw .unusable(path: path, error)
    }
    // Whoever writes the tree could write the answers too, also by way of a link.
    guard !ScanCache.isInside(folder.path, root) else { throw .inside(path: path) }
    self.program = program
  }

  private static func isInside(_ path: String, _ root: String) -> Bool {
    guard let real = try? FilePaths.absolute(path) else { return false }
    return real == root || real.hasPrefix(root == "/" ? root : root + "/")
  }

  /// The report that a scan of a task would make, as it was stored; nil where that is not known. Then the task is told
  /// what its scan need not look for.
  package func report(of task: inout ScanTask) async -> [UInt8]? {
    guard let key = ScanCacheKey(task, program: program), let inputs = try? ScanInputs(task),
      var entry = entry(key, ScanCacheKey.names(in: task.files), inputs)
    else { return nil }
    let signatures = await inputs.signatures(changedBefore: nil) ?? []
    let doubtful = signatures.indices.filter { signatures[$0] == 0 || signatures[$0] != entry.signatures[$0] }
    guard !doubtful.isEmpty else { return entry.report }
    let search = ScanTrace.Search(entry.trace)
    let decisive = entry.trace.decisive
    let outcomes = await inputs.digests(of: doubtful, key: entry.digestKey) { language, bytes, path in
      !decisive.contains(path) && !search.matches(language, bytes, path)
    }
    var changed: Set<Int> = []
    for (index, outcome) in zip(doubtful, outcomes) {
      guard let outcome, outcome.digest == entry.digests[index] || outcome.isOfNoInterest else {
        changed.insert(index)
        continue
      }
      entry.digests[index] = outcome.digest
      entry.signatures[index] = signatures[index]
    }
    guard changed.isEmpty else {
      let files = task.files.files
      // What packages are called decides where scripts are looked at whatever they hold.
      guard changed.allSatisfy(files.indices.contains) else { return nil }
      task.quiet = QuietFiles(files.indices.filter { !changed.contains($0) }.map { files[$0].path }, trace: entry.trace)
      return nil
    }
    folder.write(entry.bytes, to: key.name)
    return entry.report
  }

  /// Stores the report of a scan, unless the next one may differ although the files do not.
  package func store(_ report: [UInt8], of scan: Scan, _ task: ScanTask) async {
    guard scan.isRepeatable, let key = ScanCacheKey(task, program: program), let inputs = try? ScanInputs(task),
      let signatures = await inputs.signatures(changedBefore: task.began)
    else { return }
    let names = ScanCacheKey.names(in: task.files)
    let (digestKey, digests) = await digests(of: inputs, signatures, in: entry(key, names, inputs))
    // What was changed while it was read would be taken for what the report was made from.
    guard await inputs.signatures(changedBefore: task.began) == signatures else { return }
    var trace = scan.trace
    trace.decisive.formUnion(scan.records.skipped.map(\.path))
    trace.decisive.formUnion(task.files.manifests)
    let entry = ScanCacheEntry(
      key: key.bytes, names: names, signatures: signatures, digestKey: digestKey, digests: digests, trace: trace,
      report: report)
    folder.write(entry.bytes, to: key.name)
  }

  /// What an earlier scan of the same files and settings stored.
  private func entry(_ key: ScanCacheKey, _ names: [UInt8], _ inputs: ScanInputs) -> ScanCacheEntry? {
    guard let bytes = folder.entry(key.name), let entry = ScanCacheEntry(bytes), entry.key == key.bytes,
      entry.names == names, entry.signatures.count == inputs.count
    else { return nil }
    return entry
  }

  /// The digests of all files; of those that look as they did when an entry was stored, its own.
  private func digests(
    of inputs: ScanInputs, _ signatures: [UInt64], in known: ScanCacheEntry?
  ) async -> (ContentDigest.Key, [ContentDigest]) {
    let none = ContentDigest(high: 0, low: 0)
    let key = known?.digestKey ?? .random
    var digests = known?.digests ?? [ContentDigest](repeating: none, count: inputs.count)
    let new = signatures.indices.filter { signatures[$0] == 0 || signatures[$0] != known?.signatures[$0] }
    let contents = await inputs.digests(of: new, key: key) { _, _, _ in false }
    for (index, content) in zip(new, contents) { digests[index] = content?.digest ?? none }
    return (key, digests)
  }
}

/// Why there can be no cache.
package enum ScanCacheError: Error, CustomStringConvertible {
  case noFolder
  case inside(path: String)
  case unusable(path: String, SystemError)

  package var description: String {
    switch self {
    case .noFolder: "where the user's cache folder is, neither XDG_CACHE_HOME nor HOME tells: --cache-folder FOLDER"
    case .inside(let path):
      "\(path): a cache inside what is scanned could hold answers that somebody committed; it has to be elsewhere"
    case .unusable(let path, let error): "\(path): \(error); a folder is needed that only its owner can write to"
    }
  }
}

extension Scan {
  /// Whether a scan of the same files has to give the same: nothing was cut short, and nothing was missing.
  fileprivate var isRepeatable: Bool {
    !isEmpty && records.unreadable.isEmpty && !records.notFullyParsed.contains(where: \.isCut)
      && !records.skipped.contains { $0.reason == .changed || $0.reason == .absent }
  }
}
