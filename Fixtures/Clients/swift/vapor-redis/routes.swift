import Redis
import Vapor

func routes(_ app: Application) throws {
  app.get("users", ":id") { req async throws -> String in
    let id = try req.parameters.require("id")
    let name = try await req.redis.get("user:\(id)", as: String.self).get()  // want GET "user:{}"
    return name ?? ""
  }

  app.post("users") { req in
    req.redis.set("user:new", to: "x").transform(to: HTTPStatus.ok)  // want SET "user:new"
  }

  app.on(.DELETE, "users", ":id") { request in
    request.redis(.cache).delete("user:1").map { _ in "" }  // want DEL "user:1"
  }

  app.group("admin") { admin in
    admin.get("flush") { req in
      req.redis.send(command: "FLUSHDB", with: []).map { _ in "" }  // want FLUSHDB
    }
  }

  let grouped = app.grouped("v1").grouped(RateLimiter())
  grouped.get("count") {
    $0.redis.increment("count").map { "\($0)" }  // want INCR "count"
  }

  app.get("named", use: named)
  try app.register(collection: TodoController())
}

func named(_ req: Request) async throws -> String {
  let data: String? = try await req.redis.get("named", asJSON: String.self)  // want GET "named"
  try await req.redis.set("named", toJSON: "x")  // want SET "named"
  try await req.redis.setex("named", toJSON: "x", expirationInSeconds: 60)  // want SETEX "named"
  return data ?? ""
}
