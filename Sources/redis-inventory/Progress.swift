import FileSystem

/// Shows on a terminal that a long scan goes on: nothing in the first second, and nothing at all elsewhere.
enum Progress {
  static func during<Result>(_ work: () async throws -> Result) async throws -> Result {
    guard OutputStream.error.isTerminal, FilePaths.environment("TERM") != "dumb" else { return try await work() }
    let display = Task {
      for second in 1... {
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
        try? OutputStream.error.write("\rscanning, \(second) s")
      }
    }
    defer {
      display.cancel()
      try? OutputStream.error.write("\r\u{1B}[K")
    }
    return try await work()
  }
}
