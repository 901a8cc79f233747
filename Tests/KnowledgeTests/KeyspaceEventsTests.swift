import Knowledge
import Testing

@Suite struct KeyspaceEventsTests {
  private let events: KeyspaceEvents

  init() throws { events = try KeyspaceEvents.standard() }

  @Test func `a channel of keys needs K and a kind of events`() {
    #expect(events.missing(for: "__keyspace@0__:user:*", flags: "Kx") == nil)
    #expect(events.missing(for: "__keyspace@0__:user:*", flags: "Ex") == ["K"])
    #expect(events.missing(for: "__keyspace@0__:user:*", flags: "K")?.contains("g") == true)
  }

  @Test func `a channel of an event needs E and the flag of that event`() {
    #expect(events.missing(for: "__keyevent@{}__:expired", flags: "Ex") == nil)
    #expect(events.missing(for: "__keyevent@{}__:expired", flags: "Kx") == ["E"])
    #expect(events.missing(for: "__keyevent@0__:del", flags: "Ex") == ["g"])
  }

  @Test func `A stands for most events, but not for misses`() {
    #expect(events.missing(for: "__keyevent@0__:lpush", flags: "KEA") == nil)
    #expect(events.missing(for: "__keyevent@0__:keymiss", flags: "KEA") == ["m"])
  }

  @Test func `other channels and events that no table speaks of need nothing`() {
    #expect(events.missing(for: "news", flags: "") == nil)
    #expect(events.missing(for: "__keyevent@0__:*", flags: "E") == nil)
  }

  @Test func `a mistake in the table is told with its line`() {
    let text = "flag\trole\tin_A\tevents\nx\tclass\tyes\texpired\nyy\tclass\tno\t\n"
    let error = #expect(throws: KnowledgeError.self) { try KeyspaceEvents.decode(text, file: "events.tsv") }
    #expect(error?.problems.map(\.line) == [3])
  }

  @Test(arguments: [
    ("g\tclas\tyes\tdel", "2:3: g.role: 'clas' is none of channel, class, alias; did you mean 'class'?"),
    ("g\tclass\tye\tdel", "2:9: g.in_A: 'ye' is none of yes, no; did you mean 'yes'?"),
  ])
  func `a word that no flag has is told with its place`(row: String, message: String) throws {
    let error = try #require(throws: KnowledgeError.self) {
      try KeyspaceEvents.decode("flag\trole\tin_A\tevents\n\(row)\n", file: "KeyspaceEvents.tsv")
    }
    #expect(error.description.contains("KeyspaceEvents.tsv:" + message), "\(error)")
  }
}
