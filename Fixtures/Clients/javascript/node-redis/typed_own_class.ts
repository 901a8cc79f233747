import { createClient, type RedisClientType } from "redis";

// A wrapper, or the connection that one is made from: the field holds the wrapper.
export class Client {
  #redis?: RedisClientType;

  use(connection: RedisClientType) {
    this.#redis = connection;
    return this;
  }

  async get(key: string) {
    return this.#redis!.get(key); // want GET
  }

  async unlink(...keys: string[]) {
    await this.#redis!.unlink(keys); // want UNLINK
  }
}

export class Repository {
  private client: Client;

  constructor(either: Client | RedisClientType) {
    if (either instanceof Client) {
      this.client = either;
    } else {
      this.client = new Client().use(either);
    }
  }

  async load(id: string) {
    return this.client.get(`entity:${id}`);
  }
}

export const repository = new Repository(createClient());

// A bound says less than what is passed.
export interface Raw {
  get(key: string): Promise<string | null>;
  quit(): Promise<unknown>;
}

export class Adapter<T extends Raw> {
  constructor(private readonly raw: T) {}

  async get(key: string) {
    return this.raw.get(key); // want GET
  }
}

export const adapter = new Adapter(createClient());
export const nested = new Adapter(new Adapter(createClient()) as unknown as Raw);
