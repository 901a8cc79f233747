import Valkey

/// Commands as values: an operation where each is made.
func objects(client: ValkeyClient, id: Int) async throws {
  _ = try await client.execute(GET("user:\(id)"))  // want GET "user:{}"
  try await client.execute(SET("user:\(id)", value: "x"))  // want SET "user:{}"
  _ = try await client.execute(CLIENT.SETNAME(connectionName: "me"))  // want CLIENT SETNAME
  _ = try await client.execute(SCRIPT.LOAD(script: "return 1"))  // want SCRIPT LOAD
  _ = try await client.execute(LMOVE(source: "a", destination: "b", wherefrom: .left, whereto: .right))  // want LMOVE
}

func pipeline(client: ValkeyClient, id: Int) async throws {
  let (first, second) = await client.execute(
    GET("a"),  // want GET "a"
    INCR("b")  // want INCR "b"
  )
  print(try first.get(), try second.get())

  var commands: [any ValkeyCommand] = []
  for key in ["x", "y"] {
    commands.append(DEL(keys: [ValkeyKey("\(key):\(id)")]))  // want DEL
  }
  commands.append(EXPIRE("a", seconds: 60))  // want EXPIRE "a"
  for result in await client.execute(commands) { print(result) }

  let later = HGETALL("user:\(id)")  // want HGETALL "user:{}"
  _ = try await client.execute(later)
  _ = try await client.execute(made(id))
}

func made(_ id: Int) -> LLEN {
  LLEN("queue:\(id)")  // want LLEN "queue:{}"
}

func transactions(client: ValkeyClient) async throws {
  _ = try await client.transaction(  // want MULTI*
    SET("a", value: "1"),  // want SET "a"
    INCR("b")  // want INCR "b"
  )
  try await client.withConnection { connection in
    try await connection.watch(keys: ["a"])  // want WATCH "a"
    try await connection.multi()  // want MULTI
    _ = try await connection.exec()  // want EXEC
  }
}
