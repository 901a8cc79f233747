import { ConnectionPool } from "acme-connections";
import Redis from "ioredis";

// What a pool lends its callbacks is one kind of thing, whatever the pool is.
export const connections = new ConnectionPool({ create: () => make() });

const make = () => new Redis();

export const put = (key, value) => connections.lend((client) => client.set(key, value)); // want SET
export const left = (name) => connections.lend((client) => client.ttl(`entry:${name}`)); // want TTL "entry:{}"
export const all = (name) => connections.lend((client) => client.hgetall(`all:${name}`)); // want HGETALL "all:{}"

// Another pool lends other things.
export const rows = connections.query((client) => client.get("select 1"));
