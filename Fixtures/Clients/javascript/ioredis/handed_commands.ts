import Redis from "ioredis";

// The command's name and its arguments come from the callers.
export class Sender {
  constructor(private readonly raw: Redis) {}

  private send(command: string, args: string[]) {
    return this.raw.call(command, args);
  }

  private all(args: string[]) {
    return this.raw.call(...(args as [string]));
  }

  get(key: string) {
    return this.send("GET", [`s:${key}`]); // want GET "s:{}"
  }

  list() {
    return this.send("CLIENT", ["LIST"]); // want CLIENT LIST
  }

  remove(...keys: string[]) {
    return this.all(["DEL", ...keys]); // want DEL
  }

  load(text: string) {
    return this.all(["SCRIPT", "LOAD", text]); // want SCRIPT LOAD
  }

  put(key: string) {
    const args = ["SET", `p:${key}`, "1"]; // want SET "p:{}"
    args.push("NX");
    return this.all(args);
  }
}

// Several names of one command, and of several.
export function chosen(raw: Redis, isFirst: boolean) {
  const same = isFirst ? "zrange" : "zrangeBuffer";
  raw[same]("z", 0, 1); // want ZRANGE "z"
  raw[isFirst ? "get" : "del"]("k"); // want ?
}

interface Named {
  [name: string]: Redis;
}

export function named(clients: Named) {
  clients.first.get("f"); // want GET "f"
  clients["second"].get("s"); // want GET "s"
}

export function grown(raw: Redis, ids: string[]) {
  const keys: string[] = [];
  for (const id of ids) keys.push(`g:${id}`);
  return raw.mget(keys); // want MGET "g:{}"
}

// A command is made in one place and sent in another.
class Task {
  constructor(readonly command: string, readonly args: string[]) {}
}

export class Tasks {
  private waiting: Task[] = [];

  constructor(private readonly raw: Redis) {}

  add(command: string, args: string[]) {
    this.waiting.push(new Task(command, args));
  }

  fill() {
    this.add("LPUSH", ["tasks", "1"]); // want LPUSH "tasks"
    this.waiting.push(new Task("EXPIRE", ["tasks", "60"])); // want EXPIRE "tasks"
  }

  run() {
    for (const task of this.waiting) this.raw.call(task.command, ...task.args);
  }
}

// Keys that a loop over their names makes.
export class Keys {
  private readonly keys: { [name: string]: string };

  constructor(private readonly raw: Redis, private readonly queue: string) {
    const keys: { [name: string]: string } = {};
    ["wait", "active"].forEach((name) => {
      keys[name] = this.toKey(name);
    });
    this.keys = keys;
  }

  toKey(name: string) {
    return ["jobs", this.queue, name].join(":");
  }

  count() {
    this.raw.llen(this.keys.wait); // want LLEN "jobs:{}:wait"
    this.raw.llen(this.keys["active"]); // want LLEN "jobs:{}:active"
  }
}
