import FileSystem

/// Runs git so that nothing in a tree's own configuration can run a program, reach the network or change a file.
struct GitProgram {
  private let path: String

  /// Nil where there is no git.
  init?() {
    guard let path = FilePaths.program("git") else { return nil }
    self.path = path
  }

  /// Runs a command in a folder.
  ///
  /// - Parameters:
  ///   - isOwnersAlone: whether git refuses a work tree of somebody else.
  func run(
    _ command: [String], in folder: String, input: [UInt8]? = nil, isOwnersAlone: Bool = true
  ) throws(SystemError) -> Subprocess {
    let trust = isOwnersAlone ? [] : ["-c", "safe.directory=*"]
    return try Subprocess.run(
      path, GitProgram.switches + trust + ["-C", folder] + command, environment: GitProgram.environment, input: input,
      timeLimit: .seconds(60))
  }

  /// The settings with which git, reading, would run a program, follow a path out of the tree, or ask a server
  /// for objects that it lacks.
  private static let switches = [
    "--no-pager", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.untrackedCache=false",
    "-c", "core.excludesFile=/dev/null", "-c", "core.attributesFile=/dev/null", "-c", "core.preloadIndex=false",
    "-c", "core.sshCommand=false", "-c", "core.askPass=false", "-c", "core.gitProxy=false",
    "-c", "credential.helper=", "-c", "protocol.allow=never", "-c", "safe.bareRepository=explicit",
    "-c", "index.sparse=false", "-c", "fetch.recurseSubmodules=false", "-c", "gc.auto=0", "-c",
    "maintenance.auto=false",
  ]

  private static let environment = [
    "PATH=/usr/bin:/bin", "HOME=/dev/null", "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM=/dev/null",
    "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
    "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_PAGER=cat", "GIT_ASKPASS=false", "GIT_SSH_COMMAND=false",
  ]
}
