import Dispatch
import Foundation
import NIOCore

/// Names that clients have too; none of these is one.
func dictionary(_ values: [String: Int]) {
  var values = values
  _ = values.keys
  _ = values.keys.sorted()
  values.merge(["a": 1]) { $1 }
  _ = values["get"]
  let set: Set<String> = ["a"]
  _ = set.union(["b"])
  _ = set.contains("a")
}

func defaults(_ store: UserDefaults) {
  store.set(1, forKey: "visits")
  UserDefaults.standard.set("x", forKey: "name")
  _ = UserDefaults.standard.string(forKey: "name")
}

func network(session: URLSession) async throws {
  _ = try await session.data(from: URL(string: "http://localhost")!)
  let client = HTTPClient()
  _ = try await client.get(url: "http://localhost").get()
  _ = client.delete("http://localhost/user:1")
  _ = client.execute(request).wait()
}

func files(_ manager: FileManager) throws {
  try manager.moveItem(atPath: "a", toPath: "b")
  _ = manager.exists("a")
  try manager.append("x", to: "log")
}

func cache(_ cache: NSCache<NSString, NSData>) {
  cache.setObject(NSData(), forKey: "k")
  _ = cache.object(forKey: "k")
}

func queues(loop: EventLoop, promise: EventLoopPromise<Int>) {
  DispatchQueue.main.async { print("set") }
  _ = loop.scheduleTask(in: .seconds(1)) { 1 }
  promise.succeed(1)
  _ = promise.futureResult.get()
  Keychain.shared.set("secret", to: "token")
  _ = Keychain.shared.get("token")
}

final class Keychain {
  static let shared = Keychain()
  func set(_ value: String, to key: String) {}
  func get(_ key: String) -> String? { nil }
  func expire(_ key: String, after: Int) {}
}

/// The same methods over a dictionary.
final class MemoryClient {
  private var values: [String: String] = [:]
  func get(_ key: String) -> String? { values[key] }
  func set(_ key: String, to value: String) { values[key] = value }
  func hgetall(from key: String) -> [String: String] { [:] }
  func publish(_ message: String, to channel: String) {}
}

func memory(client: MemoryClient) {
  client.set("a", to: "b")
  _ = client.get("a")
  _ = client.hgetall(from: "a")
  client.publish("x", to: "news")
}

func database(connection: SQLConnection) async throws {
  _ = try await connection.query("SELECT 1").get()
  try await connection.execute("DELETE FROM users").wait()
  // connection.get("commented out")
  _ = "client.get(\"in a string\")"
}
