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

  @Test func `the action's cache is kept by what the program is built from`() throws {
    let text = try String(contentsOfFile: "\(root)/Scripts/CI/action.yml", encoding: .utf8)
    #expect(text.contains("${{ steps.sources.outputs.key }}"))
    #expect(!text.contains("github.action_ref"))
    let step = try #require(text.split(separator: "id: sources").last?.split(separator: "run: |\n").dropFirst().first)
    let script = step.split(separator: "\n").prefix { $0.hasPrefix("        ") }.joined(separator: "\n")
    let folder = FileManager.default.temporaryDirectory.appending(path: "action-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["Sources", "Rules", "Scripts/CI"] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    for name in ["Sources/a b.swift", "Package.swift", "Makefile"] {
      try Data("1".utf8).write(to: folder.appending(path: name))
    }
    func key() throws -> String {
      let output = folder.appending(path: "output")
      try Data().write(to: output)
      let run = try Run(
        program: "/bin/bash", ["-eo", "pipefail", "-c", script],
        environment: ["GITHUB_ACTION_PATH=\(folder.path)/Scripts/CI", "GITHUB_OUTPUT=\(output.path)"])
      #expect(run.code == 0, "\(run.errors)")
      return try String(contentsOf: output, encoding: .utf8)
    }
    let first = try key()
    #expect(first.hasPrefix("key=") && first.count > 5)
    #expect(try key() == first)
    try Data("2".utf8).write(to: folder.appending(path: "Sources/a b.swift"))
    #expect(try key() != first)
  }

  @Test(arguments: [
    ("", "fleet: nothing was scanned"), ("echo '[]' >\"$into/reports/1.json\"", "an object is expected"),
  ])
  func `a fleet that cannot be joined says why`(scan: String, message: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fleet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let parallel = folder.appending(path: "parallel").path
    // Written by another process: a file that this one has open for writing may not be run.
    let written = try Run(
      program: "/bin/bash", ["-c", "printf '#!/bin/bash\\n%s\\n' \"$0\" >\"$1\" && chmod +x \"$1\"", scan, parallel])
    #expect(written.code == 0)
    let run = try Run(
      program: "/bin/bash",
      ["-c", "PATH=$FAKES:$PATH; exec \"$0\" \"$1\"", "\(root)/Scripts/CI/fleet/fleet", "\(folder.path)/out"],
      environment: ["FAKES=\(folder.path)", "PROGRAM=\(Run.program)"])
    #expect(run.code == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
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
