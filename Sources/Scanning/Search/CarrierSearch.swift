import Analysis
import InventoryModel

/// Finds the files that may reach a client through a carrier: they use its name, and import by the word that it needs.
struct CarrierSearch: Sendable {
  private let search: WordSearch
  private let needs: [Need]
  private let language: Language

  /// Positions of a carrier's words among those searched for.
  private struct Need: Sendable {
    let name: Int
    let module: Int?
    let folder: String?
    let isMember: Bool
    /// Whether a file may be found that gives all on without using anything.
    let isWhole: Bool
  }

  init(_ carriers: Set<Carrier>, in language: Language) {
    self.language = language
    search = WordSearch(Set(carriers.flatMap { [$0.name, $0.module].compactMap(\.self) }), boundary: .whole)
    let numbers = Dictionary(uniqueKeysWithValues: search.words.enumerated().map { ($0.element, $0.offset) })
    needs = carriers.compactMap { carrier in
      numbers[carrier.name].map { name in
        Need(
          name: name, module: carrier.module.flatMap { numbers[$0] }, folder: carrier.folder.map { $0 + "/" },
          isMember: carrier.isMember, isWhole: carrier.name.hasSuffix(" import *"))
      }
    }
  }

  func matches(in bytes: Span<UInt8>, path: String) -> Bool {
    guard let found = search.words(in: bytes) else { return false }
    let present = needs.filter { need in
      found[need.name] && !(need.isWhole && CarrierSearch.isTestModule(path))
        && (need.module.map { found[$0] } ?? true || isBeside(need, path))
    }
    guard !present.isEmpty, let syntax = LineSyntax(language) else { return !present.isEmpty }
    let used = uses(of: present, in: bytes, syntax)
    return present.contains { need in
      (need.isMember ? used.members : used.names).contains(need.name)
        && (need.module.map { used.modules.contains($0) } ?? true || isBeside(need, path))
    }
  }

  private func isBeside(_ need: Need, _ path: String) -> Bool { need.folder.map { path.hasPrefix($0) } ?? false }

  /// What the words are used as.
  private struct Uses {
    var names: Set<Int> = []
    var members: Set<Int> = []
    var modules: Set<Int> = []
  }

  private func uses(of present: [Need], in bytes: Span<UInt8>, _ syntax: LineSyntax) -> Uses {
    let names = Set(present.filter { !$0.isMember }.map(\.name))
    let members = Set(present.filter(\.isMember).map(\.name))
    let modules = Set(present.compactMap(\.module))
    var used = Uses()
    _ = search.matches(in: bytes) { number, place in
      let (isName, isMember, isModule) = (
        names.contains(number) && !used.names.contains(number),
        members.contains(number) && !used.members.contains(number),
        modules.contains(number) && !used.modules.contains(number)
      )
      guard isName || isMember || isModule else { return false }
      let mention = Mention(place, in: bytes, language, syntax)
      if isName, mention.namesValue(in: bytes) { used.names.insert(number) }
      if isMember, mention.namesMember(in: bytes) { used.members.insert(number) }
      if isModule, mention.namesModule(in: bytes) { used.modules.insert(number) }
      return false
    }
    return used
  }

  /// Whether a file is named as Python's test runners ask for, and so given on by nobody.
  private static func isTestModule(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("test_") || name.hasSuffix("_test.py")
  }
}
