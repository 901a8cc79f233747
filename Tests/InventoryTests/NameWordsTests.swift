import InventoryModel
import Testing

@Suite struct NameWordsTests {
  @Test(arguments: [
    ("", []), ("__", []), ("redis", ["redis"]), ("pull_metrics", ["pull", "metrics"]), ("_a--b.", ["a", "b"]),
    ("RedisBuildLogs", ["Redis", "Build", "Logs"]), ("redisURL", ["redis", "URL"]), ("HTTPCache", ["HTTP", "Cache"]),
    ("db2Key", ["db2", "Key"]), ("DB2KEY", ["DB2", "KEY"]), ("AB", ["AB"]), ("aB", ["a", "B"]), ("A_Ba", ["A", "Ba"]),
    ("caféÜberBar", ["café", "Über", "Bar"]), ("ÄÖÜber\u{301}_日本", ["ÄÖ", "Über\u{301}", "日本"]),
  ])
  func `a name is split where its words begin`(name: String, words: [String]) {
    #expect(NameWords.split(name) == words)
  }
}
