import Scanning
import Testing

@Suite struct WordSearchTests {
  private func finds(_ search: WordSearch, in text: String) -> Bool { search.matches(in: text.utf8.span) }

  @Test func `any of the words is found anywhere`() {
    let search = WordSearch(["he", "she", "hers", "redis"])
    for text in ["he", "ashes", "xxhers", "rredis", "redredis", "redi she"] { #expect(finds(search, in: text)) }
    for text in ["", "redi", "h e", "RediS", "sredi"] { #expect(!finds(search, in: text)) }
  }

  @Test func `case can be ignored`() {
    let search = WordSearch(["Redis_URL"], ignoringCase: true)
    #expect(finds(search, in: "x = REDIS_url"))
    #expect(!finds(search, in: "REDIS-URL"))
  }

  @Test func `whole words have no letters beside them`() {
    let search = WordSearch(["conn", "get_conn"], boundary: .whole)
    for text in ["conn", "a.conn()", "x=get_conn", "conns conn"] { #expect(finds(search, in: text)) }
    for text in ["connx", "xconn", "conn_", "éconn", "conn2", "get_conns"] { #expect(!finds(search, in: text)) }
  }

  @Test func `a name counts within longer names, but not where its letters meet by chance`() {
    let name = WordBoundary.name(notAfter: ["inter"], notBefore: ["tribut"])
    let search = WordSearch(["redis": name, "valkey": name], ignoringCase: true)
    for text in ["aioredis", "REDIS_URL", "useValkey", "ValKey", "redisTribute", "RedisPool", "Intervalkey"] {
      #expect(finds(search, in: text), "\(text)")
    }
    for text in ["preDispatch", "redistributed", "Redistribution", "REDISTRIBUTION", "intervalKey", "intervalkey"] {
      #expect(!finds(search, in: text), "\(text)")
    }
  }

  @Test func `each word counts where it is told to`() {
    let search = WordSearch(["rq": .whole, "redis": .anywhere])
    for text in ["import rq", "rq.Queue", "xredisx"] { #expect(finds(search, in: text)) }
    for text in ["torque", "rq_", "frq"] { #expect(!finds(search, in: text)) }
  }

  @Test func `a word that ends another is found`() {
    #expect(finds(WordSearch(["abcd", "bc"]), in: "abce"))
    #expect(finds(WordSearch(["get_conn", "conn"], boundary: .whole), in: "xget conn"))
  }

  @Test func `no words find nothing`() {
    #expect(!finds(WordSearch([String]()), in: "redis"))
    #expect(!finds(WordSearch([""]), in: "redis"))
  }

  @Test func `it agrees with a plain search`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      func text(_ count: Int) -> String { String((0..<count).map { _ in "abc".randomElement(using: &random)! }) }
      let words = (0..<4).map { _ in text(Int.random(in: 1...4, using: &random)) }
      let subject = text(12)
      #expect(
        finds(WordSearch(words), in: subject) == words.contains { subject.contains($0) }, "\(words) in \(subject)")
    }
  }
}
