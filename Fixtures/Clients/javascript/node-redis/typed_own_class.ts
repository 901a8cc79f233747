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
