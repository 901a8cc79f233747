const common = require("./common.cjs");
const { client: renamed, open, settings } = require("./common.cjs");

async function run() {
  await common.client.get("member"); // want GET "member"
  await renamed.get("renamed"); // want GET "renamed"
  await open().get("opened"); // want GET "opened"
  await settings.redis.get("nested"); // want GET "nested"
  await require("./common.cjs").client.get("inline"); // want GET "inline"
  settings.get("name");
}

run();
