import Foundation
import InventoryModel
import Scanning
import TestSupport
import Testing

@Suite struct ClientFixtureTests {
  @Test(arguments: ClientProject.all)
  func `every want is met and every operation is wanted`(project: ClientProject) async throws {
    let outcome = try await project.scan(exhaustive: true)
    let operations = Dictionary(grouping: outcome.findings.operations.sorted(), by: \.place.path)
    for facts in outcome.analysis.facts {
      let reader = WantReader(facts: facts, text: try Fixtures.text("\(project.folder)/\(facts.path)"))
      let page = FixturePage(project: project, path: facts.path)
      for comment in reader.misspelt {
        page.record("'\(comment.text)' is not understood", line: Int(comment.position.line))
      }
      page.compare(wants: reader.wants, operations: operations[facts.path] ?? []) { line in
        outcome.analysis.explanation(path: facts.path, line: line)
      }
    }
  }

  @Test(arguments: ClientProject.all)
  func `an exhaustive scan finds what the frontier finds`(project: ClientProject) async throws {
    let frontier = try await project.scan(exhaustive: false).findings.operations.sorted()
    let all = try await project.scan(exhaustive: true).findings.operations.sorted()
    for operation in Set(all).symmetricDifference(frontier).sorted() {
      let isMissed = all.contains(operation)
      FixturePage(project: project, path: operation.place.path).record(
        "\(operation.command) is found \(isMissed ? "only when all files are read" : "by the frontier alone")",
        line: operation.place.line)
    }
  }
}
