import Redis
import Vapor

extension RedisClient {
  static var tagsKey: RedisKey { return RedisKey("tags") }
  static let wordsKey = RedisKey("words")
  static func roomKey(_ room: Int) -> RedisKey { RedisKey("room-\(room)") }

  func tags(_ room: Int) async throws {
    _ = try await smembers(of: Request.Redis.tagsKey).get()  // want SMEMBERS "tags"
    _ = try await smembers(of: Self.wordsKey).get()  // want SMEMBERS "words"
    _ = try await scard(of: Request.Redis.wordsKey).get()  // want SCARD "words"
    _ = try await scard(of: Request.Redis.roomKey(room)).get()  // want SCARD "room-{}"
  }
}

extension RedisKey {
  static let users: RedisKey = "users"
  static func user(_ id: UUID) -> RedisKey { "user:\(id)" }
}

enum Inbox {
  case mail
  case chat(String)

  var isOpen: Bool { true }

  func key(_ user: UUID) -> RedisKey {
    switch self {
    case .mail: return RedisKey("mail-\(user)")
    case .chat(let room): return RedisKey("chat-\(room)-\(user)")
    }
  }
}

enum Counter: String {
  case visits = "visit-count"
  case errors
  case others

  var redisKey: RedisKey { RedisKey(rawValue) }

  var text: String {
    switch self {
    case .visits: "v"
    case .errors: "e"
    default: "rest"
    }
  }
}

enum Board: Equatable {
  case daily(Int)
  case weekly
  case yearly(Int)
  case other

  var text: String {
    switch self {
    case .daily(let day) where day > 7: "late"
    case .daily: "day"
    case .weekly, Self.yearly: "long"
    case _: "any"
    }
  }

  var short: String {
    switch self {
    case .weekly: "w"
    case let board where board == .other: "o"
    case let board: "b"
    }
  }
}

struct Reports {
  let app: Application

  func run(_ id: UUID, inbox: Inbox) async throws {
    let redis = app.redis
    _ = try await redis.get(.users).get()  // want GET "users"
    _ = try await redis.get(.user(id)).get()  // want GET "user:{}"
    _ = try await redis.increment(RedisKey.users).get()  // want INCR "users"
    _ = try await redis.get(Inbox.mail.key(id)).get()  // want GET "mail-{}"
    _ = try await redis.get(Inbox.chat("x").key(id)).get()  // want GET "chat-{}-{}"
    _ = try await redis.get(Counter.visits.redisKey).get()  // want GET "visit-count"
    _ = try await redis.get(Counter.errors.redisKey).get()  // want GET "errors"
    _ = try await redis.get("count:\(Counter.errors.text)").get()  // want GET "count:e"
    _ = try await redis.get("count:\(Counter.others.text)").get()  // want GET "count:rest"
    _ = try await redis.get("board:\(Board.daily(1).text)").get()  // want GET "board:late" "board:day"
    _ = try await redis.get("board:\(Board.weekly.text)").get()  // want GET "board:long"
    _ = try await redis.get("board:\(Board.yearly(1).text)").get()  // want GET "board:long"
    _ = try await redis.get("board:\(Board.other.text)").get()  // want GET "board:any"
    _ = try await redis.get("board:\(Board.weekly.short)").get()  // want GET "board:w"
    _ = try await redis.get("board:\(Board.other.short)").get()  // want GET "board:o" "board:b"
  }
}
