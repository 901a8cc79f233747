import Fluent
import Vapor

/// What requests have besides clients.
func lookAlikes(req: Request, app: Application) async throws {
  _ = req.parameters.get("id")
  _ = try req.query.get(String.self, at: "key")
  req.session.data["user"] = "x"
  _ = req.headers.first(name: "set")
  _ = try await req.client.get("http://localhost")
  try await User.query(on: req.db).set(\.$name, to: "x").update()
  _ = try await User.find(1, on: req.db)
  app.get("keys") { req in "keys" }
  app.delete("users") { req in HTTPStatus.ok }
  _ = app.environment.arguments
  _ = Environment.get("REDIS_URL")
  app.storage.set(Key.self, to: 1)
}
