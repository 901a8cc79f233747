import Valkey

/// Lua in multi-line strings.
func scripts(client: ValkeyClient, id: Int) async throws {
  let script = """
    local value = redis.call('GET', KEYS[1]) -- want GET
    if value then
      redis.call('DEL', KEYS[1]) -- want DEL
    end
    return value
    """
  _ = try await client.eval(script: script, keys: ["lock:\(id)"], args: [])  // want EVAL "lock:{}"
  let sha = try await client.scriptLoad(script: script)  // want SCRIPT LOAD
  _ = try await client.evalsha(sha1: sha, keys: ["lock:\(id)"], args: [])  // want EVALSHA "lock:{}"
  _ = try await client.fcall(function: "take", keys: ["queue"], args: [])  // want FCALL "queue"
}
