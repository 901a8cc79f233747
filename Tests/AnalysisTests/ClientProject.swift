import Analysis
import Foundation
import InventoryModel
import Knowledge
import Scanning
import TestSupport
import Testing

/// A folder of `Fixtures/Clients`: one small project that uses one client library.
struct ClientProject: Hashable, CustomTestStringConvertible {
  /// Relative to `Fixtures`: `Clients/python/redis-py`.
  let folder: String

  var testDescription: String { String(folder.dropFirst("Clients/".count)) }

  /// The absolute path of the folder.
  var path: String { Fixtures.folder.appending(path: folder).path(percentEncoded: false) }

  /// All there are.
  static let all = Set(
    Fixtures.files(under: "Clients").map { $0.split(separator: "/").prefix(3).joined(separator: "/") }
  ).sorted().map(ClientProject.init(folder:))

  private static let knowledge = Result {
    try KnowledgeBase.load(languages: Set(Language.allCases.map(\.family)), additional: [])
  }

  /// Scans the folder with the tables of all languages.
  func scan(exhaustive: Bool) async throws -> Scanning.Scanner.Outcome<ListeningAnalysis> {
    var options = Options()
    options.exhaustive = exhaustive
    let configuration = try Configuration(
      commandLine: options, file: nil, root: path, conventions: try FileConventions.standard())
    let files = try await Discovery.files(in: [path], classifier: configuration.classifier)
    let scanner = Scanning.Scanner(files: files, configuration: configuration, knowledge: try Self.knowledge.get())
    return try await scanner.scan { ListeningAnalysis($0) }
  }
}
