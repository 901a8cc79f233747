import Hummingbird

/// Routers and in-memory drivers.
func plain(router: Router<BasicRequestContext>, persist: MemoryPersistDriver) async throws {
  router.get("keys") { request, _ in request.headers[.accept] }
  router.delete("user") { _, _ in HTTPResponse.Status.ok }
  try await persist.set(key: "a", value: 1, expires: nil)
  _ = try await persist.get(key: "a", as: Int.self)
}
