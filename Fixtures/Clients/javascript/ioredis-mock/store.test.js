const Redis = require("ioredis-mock");

describe("store", () => {
  const redis = new Redis({ data: { "user:1": "Ann" } });

  beforeEach(() => redis.flushall()); // want FLUSHALL

  it("reads", async () => {
    await redis.set("user:1", "Ann"); // want SET "user:1"
    expect(await redis.get("user:1")).toBe("Ann"); // want GET "user:1"
  });
});

const plain = { get: jest.fn() };
plain.get("user:1");
