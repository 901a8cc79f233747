export const REDIS_PORT = 6379;
