import Foundation
import Valkey

/// Methods of the same names on other values.
enum Route: String { case get = "GET", del = "DEL" }

struct GETRequest { let path: String }

final class LocalStore {
  var values: [String: String] = [:]
  func get(_ key: String) async throws -> String? { values[key] }
  func set(_ key: String, value: String) async throws { values[key] = value }
  func execute(_ work: () -> Void) { work() }
}

func plain(store: LocalStore, dictionary: [String: Int]) async throws {
  _ = try await store.get("a")
  try await store.set("a", value: "b")
  store.execute { print("x") }
  _ = dictionary.keys
  _ = GETRequest(path: "/")
  _ = Route.get.rawValue
  let key: ValkeyKey = "only a key"
  print(key)
  let configuration = ValkeyClientConfiguration(readTimeout: .seconds(1))
  print(configuration)
}
