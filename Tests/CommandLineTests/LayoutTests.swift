import Foundation
import Testing

/// What CI services read, where they look for it.
@Suite struct LayoutTests {
  private let root = URL(filePath: Run.projects).appending(path: "../..").standardized.path

  @Test func `nothing stands at the top that need not`() throws {
    let allowed: Set = [
      "Benchmarks", "Fixtures", "LICENSE", "Makefile", "Package.swift", "README.md", "Rules", "Scripts", "Sources",
      "Tests",
    ]
    let found = try FileManager.default.contentsOfDirectory(atPath: root).filter { !$0.hasPrefix(".") }
    #expect(Set(found).subtracting(allowed) == [])
  }

  @Test func `the action's step checks a tree and writes its reports`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "action-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try Run(
      program: "\(root)/Scripts/CI/github-action", [],
      environment: [
        "PROGRAM=\(Run.program)", "PATHS=\(Run.projects)/node-ioredis",
        "ARGUMENTS=--select keys-in-production,renamed-command-used",
        "SARIF=\(folder)/out.sarif", "GITHUB_OUTPUT=\(folder)/output", "GITHUB_STEP_SUMMARY=\(folder)/summary",
      ])
    #expect(run.code == 1)
    #expect(run.output.contains("::error "))
    #expect(try String(contentsOfFile: "\(folder)/output", encoding: .utf8).contains("exit-code=1"))
    #expect(try String(contentsOfFile: "\(folder)/summary", encoding: .utf8).contains("renamed-command-used"))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/out.sarif"))
  }

  @Test func `every file that the CI files name is there`() throws {
    for name in ["action.yml", "gitlab.yml", "Dockerfile"] {
      let text = try String(contentsOfFile: "\(root)/Scripts/CI/\(name)", encoding: .utf8)
      for part in text.split(whereSeparator: { " \"'`\n:".contains($0) }) where part.hasPrefix("Scripts/CI/") {
        #expect(FileManager.default.fileExists(atPath: "\(root)/\(part)"), "\(part) in \(name)")
      }
    }
    #expect(
      try String(contentsOfFile: "\(root)/Scripts/CI/action.yml", encoding: .utf8).contains("ACTION_PATH/github-action")
    )
  }
}
