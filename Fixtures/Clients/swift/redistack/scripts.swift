import RediStack

/// Scripts sent as raw commands.
let limitScript = """
  local count = redis.call('INCR', KEYS[1]) -- want INCR
  if count == 1 then
    redis.call('EXPIRE', KEYS[1], ARGV[1]) -- want EXPIRE
  end
  return count
  """

func limit(client: RedisClient, user: String) {
  _ = client.send(
    command: "EVAL",  // want EVAL "limit:{}"
    with: [
      RESPValue(from: limitScript), RESPValue(from: 1), RESPValue(from: "limit:\(user)"), RESPValue(from: 60),
    ])
}

func release(client: RedisClient) {
  let script = #"return redis.call("del", KEYS[1])"#  // want DEL
  _ = client.send(command: "EVAL", with: [RESPValue(from: script), RESPValue(from: 1), RESPValue(from: "lock")])  // want EVAL "lock"
}
