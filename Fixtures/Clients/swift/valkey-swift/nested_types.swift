import Valkey

extension Mailbox {
  public struct Configuration: Sendable {
    let name: String
    let waitingKey: ValkeyKey
    var takenKey: ValkeyKey { ValkeyKey("\(name).taken") }

    public init(name: String) {
      self.name = name
      self.waitingKey = ValkeyKey("\(name).waiting")
    }
  }

  enum Names {
    static var all: ValkeyKey { "mailboxes" }
  }
}
