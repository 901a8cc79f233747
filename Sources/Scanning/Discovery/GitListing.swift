import FileSystem

/// The files that git would see in a folder, asked of git so that nothing in the tree's own configuration can run a
/// program, reach the network or change a file.
struct GitListing {
  /// Files and links, relative to the folder.
  var files: [String] = []
  /// Submodules and repositories of their own, relative to the folder.
  var repositories: [String] = []
  /// Those of the files that git does not have in its index.
  var untracked: Set<String> = []

  enum Answer {
    case listing(GitListing)
    /// No work tree, or no git; nothing to tell.
    case noWorkTree
    /// Git did not answer, with what it said.
    case failed(String)
  }

  static func of(_ folder: String) -> Answer {
    guard isInRepository(folder), let git = GitProgram() else { return .noWorkTree }
    let run: Subprocess
    do throws(SystemError) {
      run = try git.run(command, in: folder)
    } catch {
      return .failed(error.description)
    }
    if run.exitCode == 0 { return .listing(GitListing(run.output)) }
    let said = String(decoding: run.errors.prefix { $0 != 0x0A }, as: UTF8.self)
    if said.contains("not a git repository") || said.contains("must be run in a work tree") { return .noWorkTree }
    return .failed(run.exitCode == nil ? "it took too long" : said)
  }

  /// Whether a folder or one above it has what git would look for; git, asked in vain, costs more than all else here.
  private static func isInRepository(_ folder: String) -> Bool {
    var folder = folder[...]
    while true {
      if (try? FilePaths.status(of: folder + "/.git")) != nil { return true }
      guard let slash = folder.lastIndex(of: "/") else { return false }
      folder = folder[..<slash]
    }
  }

  private static let command = ["ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard"]

  /// Reads `ls-files --stage -z`: an entry of the index is `<mode> <object> <stage>\t<path>`, all else a path, and a
  /// path that ends in a slash an untracked repository.
  private init(_ output: [UInt8]) {
    var last: ArraySlice<UInt8> = []
    for entry in output.split(separator: 0) {
      var path = entry
      var isRepository = entry.last == 0x2F
      var isTracked = false
      if let tab = entry.firstIndex(of: 0x09), GitListing.isIndexEntry(entry[..<tab]) {
        path = entry[(tab + 1)...]
        isRepository = entry.starts(with: "160000".utf8)
        isTracked = true
      }
      // A conflict has up to three entries.
      guard path != last, !path.starts(with: "../".utf8), path.first != 0x2F else { continue }
      last = path
      let text = String(decoding: path.last == 0x2F ? path.dropLast() : path, as: UTF8.self)
      if isRepository {
        repositories.append(text)
      } else {
        files.append(text)
        if !isTracked { untracked.insert(text) }
      }
    }
  }

  private static func isIndexEntry(_ head: ArraySlice<UInt8>) -> Bool {
    let fields = head.split(separator: 0x20, omittingEmptySubsequences: false)
    return fields.count == 3 && fields[0].count == 6 && fields[1].count >= 40 && fields[2].count == 1
  }
}
