package import InventoryModel
package import Knowledge
package import Parallelism

/// Finds where rules are broken.
package struct CheckRunner: Sendable {
  private let pages: [RulePage]
  private let checks: [String: any Check.Type]

  package init(pages: [RulePage]) {
    self.pages = pages
    checks = Dictionary(Checks.all.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The findings of all rules, sorted, of the severities that checks gave them; one that a rule gives twice counts
  /// once.
  package func findings(in input: CheckInput, _ parallel: Parallel) async -> [Finding] {
    let found = await parallel.map(pages, batch: 1) { pages in pages.map { findings(of: $0, in: input) } }
    return Set(found.joined()).sorted()
  }

  private func findings(of page: RulePage, in input: CheckInput) -> [Finding] {
    let found: [Finding]
    switch page.selection {
    case .builtIn: return []
    case .operations(let conditions, let message):
      let operations = input.report.operations.filter { operation in
        conditions.allSatisfy { $0.holds(for: operation, command: input.commands[operation.command]) }
      }
      found = operations.map { Finding(of: page.rule.id, at: $0, message: message.text(for: $0)) }
    case .check: found = checks[page.rule.id]?.init().findings(in: input) ?? []
    }
    return found.map { finding in
      var finding = finding
      finding.rule = page.rule.id
      return finding
    }
  }
}
