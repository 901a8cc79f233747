import Redis, { type RedisOptions } from "ioredis";

// A field set in the constructor, one with an initializer, one static, one private.
export class Sessions {
  private readonly redis: Redis;
  static shared = new Redis();
  #hidden = new Redis();
  prefix = "session:";

  constructor(options: RedisOptions) {
    this.redis = new Redis(options);
  }

  async save(id: string) {
    await this.redis.set(`session:${id}`, "1"); // want SET "session:{}"
    await Sessions.shared.incr("sessions"); // want INCR "sessions"
    await this.#hidden.get(this.prefix + id); // want GET "session:{}"
  }

  list = async () => this.redis.keys("session:*"); // want KEYS "session:*"
}

// A parameter property.
export class Limits {
  constructor(private readonly redis: Redis, public readonly window = 60) {}

  async hit(user: string) {
    const n = await this.redis.incr(`limit:${user}`); // want INCR "limit:{}"
    if (n === 1) await this.redis.expire(`limit:${user}`, this.window); // want EXPIRE "limit:{}"
    return n;
  }
}

// A getter that makes the client when it is first read.
export class Lazy {
  private client?: Redis;

  get redis(): Redis {
    return (this.client ??= new Redis());
  }

  read(key: string) {
    return this.redis.get(`lazy:${key}`); // want GET "lazy:{}"
  }
}

// A client with methods of its own.
export class Cache extends Redis {
  async remember(key: string, make: () => Promise<string>) {
    const known = await this.get(`cache:${key}`); // want GET "cache:{}"
    if (known) return known;
    const value = await make();
    await super.setex(`cache:${key}`, 60, value); // want SETEX "cache:{}"
    return value;
  }
}

const cache = new Cache();

export async function useCache() {
  await cache.remember("a", async () => "1");
  await cache.del("cache:a"); // want DEL "cache:a"
}

// An interface with one implementation.
interface Store {
  read(key: string): Promise<string | null>;
}

class RedisStore implements Store {
  constructor(private redis: Redis) {}

  read(key: string) {
    return this.redis.get(`store:${key}`); // want GET "store:{}"
  }
}

abstract class Repository {
  protected abstract readonly redis: Redis;

  find(id: string) {
    return this.redis.hget("rows", id); // want HGET "rows"
  }
}

export class Users extends Repository {
  protected readonly redis = new Redis();

  count() {
    return this.redis.hlen("rows"); // want HLEN "rows"
  }
}

export const store: Store = new RedisStore(new Redis());
