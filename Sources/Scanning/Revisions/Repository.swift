package import FileSystem

/// The git repository around a folder, as far as its history is read.
struct Repository {
  /// The root of the work tree, absolute and without links.
  let root: String
  private let git: GitProgram

  /// - Parameter folder: absolute and without links.
  init(around folder: String) throws(RevisionError) {
    guard let root = WorkTree.root(around: folder) else { throw .noRepository(path: folder) }
    guard let git = GitProgram() else { throw .noGit }
    self.root = root
    self.git = git
  }

  /// The commit that a name stands for: a branch, a tag, `HEAD~2`, an id.
  func commit(named name: String) throws(RevisionError) -> String {
    guard !name.isEmpty, !name.hasPrefix("-"), !name.utf8.contains(0) else { throw .unknown(name: name) }
    let output = try? run(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
    let id = String(decoding: output?.prefix { $0 != 0x0A } ?? [], as: UTF8.self)
    guard id.count >= 40, id.allSatisfy(\.isHexDigit) else { throw .unknown(name: name) }
    return id
  }

  /// The commit where two revisions parted.
  func mergeBase(of left: String, _ right: String) throws(RevisionError) -> String {
    let commits = [try commit(named: left), try commit(named: right)]
    let output = try? run(["merge-base"] + commits)
    let id = String(decoding: output?.prefix { $0 != 0x0A } ?? [], as: UTF8.self)
    guard !id.isEmpty else { throw .noCommonCommit(left, right) }
    return id
  }

  /// A file of a commit.
  struct Entry {
    let object: String
    let path: String
    /// In bytes.
    let size: Int
  }

  /// The plain files of a commit whose paths can be laid out; neither links nor repositories inside.
  func files(of commit: String) throws(RevisionError) -> [Entry] {
    var files: [Entry] = []
    for entry in try run(["ls-tree", "-r", "-z", "-l", "--full-tree", commit]).split(separator: 0) {
      guard let tab = entry.firstIndex(of: 0x09),
        let path = String(validating: entry[(tab + 1)...], as: UTF8.self), TemporaryFolder.isInside(path)
      else { continue }
      let fields = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 4, fields[0].hasPrefix("100") else { continue }
      if let size = Int(fields[3]) {
        files.append(Entry(object: fields[2], path: path, size: size))
      } else if SourceKind(path: path) != nil {
        throw .absentObject(fields[2], path: path)
      }
    }
    return files
  }

  /// Gives the bytes of files to `body`, in their order.
  func read(_ entries: [Entry], _ body: (Entry, ArraySlice<UInt8>) throws(RevisionError) -> Void) throws(RevisionError)
  {
    var rest = entries[...]
    while !rest.isEmpty {
      var (chunk, size) = ([Entry](), 0)
      while let entry = rest.first, chunk.isEmpty || size + entry.size < Repository.chunkSize {
        chunk.append(entry)
        size += entry.size
        rest.removeFirst()
      }
      let request = chunk.map { $0.object + "\n" }.joined()
      let output = try run(["cat-file", "--batch"], input: Array(request.utf8))
      var index = output.startIndex
      for entry in chunk {
        guard let end = output[index...].firstIndex(of: 0x0A) else { throw .failed("cat-file ended early") }
        let head = output[index..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard head.count == 3, head[1] == "blob", let count = Int(head[2]), end + 1 + count < output.endIndex else {
          throw .absentObject(entry.object, path: entry.path)
        }
        try body(entry, output[(end + 1)..<(end + 1 + count)])
        index = end + 1 + count + 1
      }
    }
  }

  private static let chunkSize = 32 << 20

  /// Reading objects runs nothing of the repository's, whoever it belongs to.
  private func run(_ command: [String], input: [UInt8]? = nil) throws(RevisionError) -> [UInt8] {
    let run: Subprocess
    do throws(SystemError) {
      run = try git.run(command, in: root, input: input, isOwnersAlone: false)
    } catch {
      throw .failed(error.description)
    }
    guard run.exitCode == 0 else {
      let said = String(decoding: run.errors.prefix { $0 != 0x0A }, as: UTF8.self)
      throw .failed(run.exitCode == nil ? "it took too long" : said)
    }
    return run.output
  }
}

/// Why a revision cannot be read.
package enum RevisionError: Error, Hashable, CustomStringConvertible {
  case noRepository(path: String)
  case noGit
  case unknown(name: String)
  case noCommonCommit(String, String)
  /// As in a partial clone, from whose server nothing is fetched.
  case absentObject(String, path: String)
  case failed(String)
  case cannotWrite(SystemError)

  package var description: String {
    switch self {
    case .noRepository(let path): "\(path): not in a git work tree, so there are no revisions to compare"
    case .noGit: "git is not on the PATH"
    case .unknown(let name):
      "'\(name)' is no revision of this repository; in a shallow clone, fetch it first: git fetch origin \(branch(of: name))"
    case .noCommonCommit(let left, let right):
      "'\(left)' and '\(right)' have no commit in common; a shallow clone may lack it: git fetch --unshallow"
    case .absentObject(let object, let path):
      "the object \(object) of \(path) is not in this clone, and is not fetched: clone without --filter"
    case .failed(let said): "git: \(said)"
    case .cannotWrite(let error): "the revision cannot be laid out: \(error)"
    }
  }
}

/// What a remote calls the branch that `origin/main` stands for here.
private func branch(of revision: String) -> Substring {
  revision.hasPrefix("origin/") ? revision.dropFirst("origin/".count) : revision[...]
}
