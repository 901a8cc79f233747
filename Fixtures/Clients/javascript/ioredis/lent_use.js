import { connections } from "./lent.js";

export const drop = (name) => connections.lend(async (client) => client.del(`entry:${name}`)); // want DEL "entry:{}"
