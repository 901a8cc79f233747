import type { Redis } from "ioredis";

export const TAKE_TOKEN = `
local tokens = redis.call("GET", KEYS[1]) -- want GET
if tokens and tonumber(tokens) > 0 then
  redis.call("DECR", KEYS[1]) -- want DECR
  return 1
end
return 0
`;

const release = [
  "if redis.call('get', KEYS[1]) == ARGV[1] then", // want GET
  "  return redis.call('del', KEYS[1])", // want DEL
  "end",
  "return 0",
].join("\n");

export function defineAll(client: Redis): void {
  client.defineCommand("takeToken", { numberOfKeys: 1, lua: TAKE_TOKEN }); // want SCRIPT LOAD
  client.defineCommand("releaseLock", { numberOfKeys: 1, lua: release }); // want SCRIPT LOAD
}
