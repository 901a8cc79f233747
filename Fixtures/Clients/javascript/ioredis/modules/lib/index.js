export { cache as store, connection } from "./client.js";
export * as clients from "./client.js";
export { default } from "./client.js";
