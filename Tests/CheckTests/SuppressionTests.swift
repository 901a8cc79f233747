import InventoryModel
import Testing

@testable import Scanning

@Suite struct SuppressionTests {
  private func directive(
    _ text: String, line: Int = 10, lines: ClosedRange<Int>? = nil, path: String = "a.py"
  ) -> Directive {
    Directive(place: SourcePlace(path: path, line: line, column: 5), text: text, lines: lines ?? line...line)
  }

  private func finding(_ rule: String = "a-rule", line: Int = 10, path: String = "a.py") -> Finding {
    Finding(
      rule: rule, severity: .error, place: SourcePlace(path: path, line: line, column: 1), message: "m", subject: "s")
  }

  private func filter(_ directives: [Directive], requiresReason: Bool = true) -> SuppressionFilter {
    SuppressionFilter(
      directives, today: CalendarDate("2026-06-15") ?? CalendarDate(secondsSince1970: 0), requiresReason: requiresReason
    )
  }

  private func faults(_ directives: [Directive], after findings: [Finding] = [], requiresReason: Bool = true)
    -> [String]
  {
    var filter = self.filter(directives, requiresReason: requiresReason)
    for finding in findings { _ = filter.remaining(finding) }
    return filter.faults(known: ["a-rule", "b-rule"]) { rule, _ in rule != "b-rule" }.map(\.message)
  }

  @Test func `a comment allows its rules on its lines`() {
    var filter = self.filter([directive("allow a-rule, b-rule -- why", lines: 10...12)])
    #expect(filter.remaining(finding(line: 11)) == nil)
    #expect(filter.remaining(finding("b-rule", line: 12)) == nil)
    #expect(filter.remaining(finding("c-rule", line: 11)) != nil)
    #expect(filter.remaining(finding(line: 13)) != nil)
    #expect(filter.remaining(finding(line: 11, path: "b.py")) != nil)
  }

  @Test func `a block goes from its begin to its end, in one file`() {
    let directives = [
      directive("begin allow a-rule -- why", line: 5), directive("end allow a-rule", line: 20),
      directive("end allow a-rule", line: 3, path: "b.py"),
    ]
    var filter = self.filter(directives)
    #expect(filter.remaining(finding(line: 20)) == nil)
    #expect(filter.remaining(finding(line: 21)) != nil)
    #expect(faults(directives, after: [finding(line: 7)]) == ["no block is open here that allows a-rule"])
  }

  @Test func `an expired comment lets the finding through and says so`() {
    var filter = self.filter([directive("allow a-rule until 2026-06-14 -- a migration")])
    let remaining = filter.remaining(finding())
    #expect(remaining?.notes.map(\.what) == ["allowed until 2026-06-14: a migration"])
    var today = self.filter([directive("allow a-rule until 2026-06-15 -- a migration")])
    #expect(today.remaining(finding()) == nil)
  }

  @Test(arguments: [
    ("allow a-rule -- why", "nothing here breaks a-rule; remove the comment"),
    ("allow a-rul -- why", "'a-rul' is no rule; did you mean 'a-rule'?"),
    ("allow -- why", "the rule is missing that it allows"),
    ("allow a-rule until 2026-02-30 -- why", "a day is expected after 'until', as 2026-12-31"),
    ("begin allow a-rule -- why", "the block is never ended: 'end allow' is expected below"),
    ("allwo a-rule", "'allwo' is none of allow, begin allow, end allow; did you mean 'allow'?"),
  ])
  func `a comment of no use is told`(text: String, message: String) {
    #expect(faults([directive(text)]) == [message])
  }

  @Test func `a reason is asked for unless it need not be given`() {
    #expect(faults([directive("allow a-rule")], after: [finding()]).count == 1)
    #expect(faults([directive("allow a-rule --  ")], after: [finding()]).count == 1)
    #expect(faults([directive("allow a-rule")], after: [finding()], requiresReason: false) == [])
  }

  @Test func `a rule that is not looked for is not called unused`() {
    #expect(faults([directive("allow b-rule -- why")]) == [])
  }
}
