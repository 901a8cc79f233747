// What a Python application keeps is not what a script's object of that name has.
export function shown(app) {
  return app.status_redis.get("page");
}
