import RediStack

private let setCommand = "SET"

enum Command: String {
  case flush = "FLUSHDB"
  case persist
}

func raw(client: RedisClient, id: Int, command: String) {
  _ = client.send(command: "RENAME", with: ["a".convertedToRESPValue(), "b".convertedToRESPValue()])  // want RENAME "a"
  _ = client.send(command: "PERSIST", with: [RESPValue(from: "user:\(id)")])  // want PERSIST "user:{}"
  _ = client.send(command: "QUIT")  // want QUIT
  _ = client.send(command: "CONFIG", with: [RESPValue(from: "GET"), RESPValue(from: "maxmemory")])  // want CONFIG GET
  _ = client.send(command: "CONFIG", with: ["GET".convertedToRESPValue(), "save".convertedToRESPValue()])  // want CONFIG GET
  _ = client.send(
    command: "OBJECT",  // want OBJECT ENCODING
    with: [.init(from: "ENCODING"), .init(from: "user:\(id)")])
  _ = client.send(command: setCommand, with: [RESPValue(from: "k"), RESPValue(from: "v")])  // want SET "k"
  _ = client.send(command: Command.flush.rawValue)  // want FLUSHDB
  _ = client.send(command: command, with: [])  // want ?
  let name = "D" + "BSIZE"
  _ = client.send(command: name)  // want DBSIZE
}
