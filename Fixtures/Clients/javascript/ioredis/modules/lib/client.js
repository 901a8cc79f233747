import IORedis from "ioredis";

export const cache = new IORedis({ keyPrefix: "cache:" });

let lazy;

export function connection() {
  if (!lazy) lazy = new IORedis();
  return lazy;
}

export default connection();
