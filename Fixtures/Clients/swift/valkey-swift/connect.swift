import NIOEmbedded
@testable import Valkey

func overChannel(_ channel: NIOAsyncTestingChannel) async throws {
  let connection = try await ValkeyConnection.setupChannelAndConnect(channel, configuration: .init())
  _ = try await connection.get("a")  // want GET "a"
  try await connection.setex("b", seconds: Int(60), value: "x")  // want SETEX "b"
}
