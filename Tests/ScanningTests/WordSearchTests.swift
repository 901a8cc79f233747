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
      func filler() -> String { String(repeating: "x", count: Int.random(in: 0...70, using: &random)) }
      let subject = filler() + text(12) + filler()
      #expect(
        finds(WordSearch(words), in: subject) == words.contains { subject.contains($0) }, "\(words) in \(subject)")
    }
  }

  @Test(arguments: [[1], [2], [3, 4, 5], [4, 9]])
  func `it agrees with a plain search in long texts, wherever the word stands`(lengths: [Int]) {
    var random = SystemRandomNumberGenerator()
    let letters = Array("abcdefghijklmnopqrstuvwxyzäABC_ 09\n")
    func text(_ count: Int) -> String { String((0..<count).map { _ in letters.randomElement(using: &random)! }) }
    for number in 0..<200 {
      let words = (0..<12).map { text(lengths[$0 % lengths.count]) }
      let search = WordSearch(words)
      var subject = text(number)
      #expect(finds(search, in: subject) == words.contains { subject.utf8.contains($0.utf8) }, "\(words) in \(subject)")
      subject += words[number % 12] + text(number % 40)
      #expect(finds(search, in: subject), "\(words) in \(subject)")
    }
  }

  @Test func `both cases are found behind any number of bytes`() {
    let search = WordSearch(["redis", "valkey"], ignoringCase: true)
    for count in 0..<100 {
      let before = String(repeating: "x", count: count)
      for word in ["redis", "REDIS", "Redis", "valKEY", "rEdIs"] { #expect(finds(search, in: before + word)) }
      #expect(!finds(search, in: before + "redi" + before + "valke"))
    }
  }
}
