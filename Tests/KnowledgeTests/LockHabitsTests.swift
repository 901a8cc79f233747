import InventoryModel
import Knowledge
import Rules
import Testing

/// How the locks of libraries work.
struct LockHabitsTests {
  @Test func `what methods do with a lock is known of every library whose locks take methods without a key`() throws {
    let habits = try LockHabits.load()
    for library in try KnowledgeBase.load(languages: Set(Language.allCases)).clients {
      // A table is of several libraries, of which some have no locks.
      let known = library.packages.values.compactMap { habits[$0] }
      for (name, method) in library.roles.values.flatMap(\.methods)
      where method.command == .fixed("LOCK*") && method.keys?.selectors.isEmpty == true {
        #expect(known.contains { $0.step(of: name) != .make }, "\(name) of \(library.name)")
      }
    }
  }

  @Test func `several libraries are told at once`() throws {
    let habits = try LockHabits.load()
    #expect(habits["redis-py"] == habits["redis.asyncio"])
    #expect(habits["redis-py"]?.step(of: "owned") == .ask)
    #expect(habits["redis-py"]?.step(of: "lock") == .make)
  }

  @Test func `a method of two steps, a library told twice and an unknown step are problems`() throws {
    let table = TableFile(
      path: "Locks.yml",
      text: """
        a|b: {takes: [acquire], releases: [acquire]}
        b: {keeps: [hold]}
        """)
    let error = #expect(throws: KnowledgeError.self) { try LockHabits.load(additional: [table]) }
    #expect(error?.problems.map(\.line) == [1, 2, 2])
  }
}
