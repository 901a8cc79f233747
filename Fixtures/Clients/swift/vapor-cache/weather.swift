import Vapor

struct Weather: RouteCollection {
  struct Report: Content { var sky: String }

  func boot(routes: any RoutesBuilder) throws {
    routes.get("weather", ":city", use: show)
  }

  func show(_ req: Request) async throws -> Report {
    let city = try req.parameters.require("city")
    if let known = try await req.cache.get("weather:\(city)", as: Report.self) {  // want GET "weather:{}"
      return known
    }
    let report = Report(sky: "blue")
    try await req.cache.set("weather:\(city)", to: report, expiresIn: .minutes(10))  // want SETEX "weather:{}"
    try await req.application.cache.set("weather:last", to: city)  // want SET "weather:last"
    try await req.cache.delete("weather:first")  // want DEL "weather:first"
    return report
  }
}

struct Memory {
  var cache: [String: Int] = [:]
  func get() -> Int? { cache["a"] }
}
