import Valkey

public final class Mailbox<Client: ValkeyClientProtocol>: Sendable {
  let client: Client
  let configuration: Configuration

  public init(_ client: Client, configuration: Configuration) {
    self.client = client
    self.configuration = configuration
  }

  func take() async throws {
    _ = try await client.lpop(configuration.waitingKey)  // want LPOP "{}.waiting"
    _ = try await client.execute(LREM(self.configuration.takenKey, count: 0, element: "x"))  // want LREM "{}.taken"
    _ = try await client.llen(Mailbox.Names.all)  // want LLEN "mailboxes"
  }
}
