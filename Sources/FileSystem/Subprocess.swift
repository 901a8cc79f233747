internal import Glibc

/// A program run to its end, without a shell.
package struct Subprocess {
  /// Its exit code; nil when it was ended by a signal or took too long.
  package let exitCode: Int32?
  package let output: [UInt8]
  package let errors: [UInt8]

  /// Runs a program with nothing but the environment given; one that takes longer than the limit is killed.
  ///
  /// - Parameter input: what it reads; nothing when left out.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String], input: [UInt8]? = nil, timeLimit: Duration
  ) throws(SystemError) -> Subprocess {
    let (output, errors) = (try Pipe(), try Pipe())
    let file = try input.map { bytes throws(SystemError) in try NamelessFile(bytes) }
    let process = try spawn(
      [program] + arguments, environment: environment, input: file?.descriptor, output: output.writer,
      errors: errors.writer)
    output.closeWriter()
    errors.closeWriter()
    let deadline = ContinuousClock.now + timeLimit
    let isInTime = collect(from: [output, errors], until: deadline)
    if !isInTime { kill(process, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Subprocess(
      exitCode: isInTime && status & 0x7F == 0 ? status >> 8 & 0xFF : nil, output: output.bytes, errors: errors.bytes)
  }

  /// Starts the program with its output going to the descriptors, and an empty input where none is given.
  private static func spawn(
    _ arguments: [String], environment: [String], input: Int32?, output: Int32, errors: Int32
  ) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let input {
      unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      for index in 0..<arguments.count { unsafe free(words[index]) }
      for index in 0..<environment.count { unsafe free(variables[index]) }
    }
    var process: pid_t = 0
    let result = unsafe posix_spawn(&process, arguments[0], &actions, nil, words, variables)
    guard result == 0 else { throw SystemError(number: result) }
    return process
  }

  /// Reads all pipes to their end; false when the time is over before.
  private static func collect(from pipes: [Pipe], until deadline: ContinuousClock.Instant) -> Bool {
    while pipes.contains(where: { !$0.isAtEnd }) {
      let left = ContinuousClock.now.duration(to: deadline).components
      guard left.seconds >= 0, left.attoseconds >= 0 else { return false }
      let open = pipes.filter { !$0.isAtEnd }
      var descriptors = open.map { pollfd(fd: $0.reader, events: Int16(POLLIN), revents: 0) }
      let milliseconds = Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
      guard unsafe poll(&descriptors, nfds_t(descriptors.count), milliseconds) >= 0 || errno == EINTR else {
        return false
      }
      for (pipe, descriptor) in zip(open, descriptors) where descriptor.revents != 0 { pipe.readMore() }
    }
    return true
  }
}

/// Both ends of a pipe and what came out of it; a class because it owns them.
private final class Pipe {
  let reader: Int32
  private(set) var writer: Int32
  private(set) var bytes: [UInt8] = []
  private(set) var isAtEnd = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    let result = unsafe pipe(&ends)
    (reader, writer) = (ends[0], ends[1])
    guard result == 0 else { throw SystemError.last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reader)
    closeWriter()
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  func readMore() {
    let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(reader, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    if count <= 0 { isAtEnd = true } else { bytes.append(contentsOf: chunk.prefix(count)) }
  }
}

/// Bytes as a file that has no name any more, so that no pipe can fill up; a class because it owns its descriptor.
private final class NamelessFile {
  let descriptor: Int32

  init(_ bytes: [UInt8]) throws(SystemError) {
    var template = Array("\(TemporaryFolder.parent)/redis-inventory.XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError.last }
    unsafe unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    try OutputStream.write(bytes, to: descriptor)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SystemError.last }
  }

  deinit { close(descriptor) }
}
