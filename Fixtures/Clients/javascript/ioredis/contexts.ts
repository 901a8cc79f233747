import { Container, injectable, inject } from "inversify";
import { ApolloServer } from "apollo-server";
import Hapi from "@hapi/hapi";
import Redis from "ioredis";
import settings from "config";

// An object that is handed around under the client's own name.
const redisClient = new Redis();
const server = new ApolloServer({ context: ({ req }) => ({ req, redisClient }) });

export const resolvers = {
  me: async (_, { id }, { redisClient }) => redisClient.get(`me:${id}`), // want GET "me:{}"
  out: async (_, { id }, context) => context.redisClient.del(`me:${id}`), // want DEL "me:{}"
};

settings.redisClient.get("port");

// A container of dependencies.
const TYPES = { Store: Symbol.for("Store"), Other: Symbol.for("Other") };
const container = new Container();
container.bind(TYPES.Store).toConstantValue(new Redis());
container.bind(TYPES.Other).toDynamicValue(() => new Redis());

@injectable()
export class Visits {
  constructor(@inject(TYPES.Store) private store) {}

  add(page: string) {
    return this.store.incr(`v:${page}`); // want INCR "v:{}"
  }
}

container.get(TYPES.Other).ping(); // want PING

// A request that is extended.
const hapi = Hapi.server();
hapi.decorate("request", "sessions", new Redis());
hapi.route({ handler: async (request) => request.sessions.get("s:1") }); // want GET "s:1"
