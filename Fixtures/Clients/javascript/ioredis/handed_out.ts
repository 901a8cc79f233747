import { Injectable } from "@nestjs/common";
import { InjectRedis } from "@nestjs-modules/ioredis";
import { InjectQueue } from "@nestjs/bull";
import { RedisService } from "@liaoliaots/nestjs-redis";
import Bull, { type Queue, type Job } from "bull";
import { Queue as MQ, Worker } from "bullmq";
import type { FastifyInstance } from "fastify";
import redis from "@adonisjs/redis/services/main";
import Redis from "ioredis";

@Injectable()
export class Cats {
  private readonly redis: Redis;

  constructor(
    @InjectRedis() private readonly client: Redis,
    @InjectQueue("cats") private queue: Queue,
    redisService: RedisService,
  ) {
    this.redis = redisService.getOrThrow();
  }

  async count() {
    await this.client.get("cats"); // want GET "cats"
    await this.redis.get("cats"); // want GET "cats"
    await this.queue.add({ name: "count" });
    return this.queue.client.llen("bull:cats:wait"); // want LLEN "bull:cats:wait"
  }
}

const mails = new Bull("mails");
mails.process(async (job: Job) => {
  await job.queue.client.hincrby("mails", "sent", 1); // want HINCRBY "mails"
  await job.remove();
});

const reports = new MQ("reports");
new Worker("reports", async (job) => job.data);

export async function inspect() {
  const client = await reports.client;
  await client.xlen("bull:reports:events"); // want XLEN "bull:reports:events"
  await reports.add("daily", {});
}

export async function routes(fastify: FastifyInstance) {
  fastify.get("/", async () => fastify.redis.get("home")); // want GET "home"
}

export async function adonis() {
  await redis.get("adonis"); // want GET "adonis"
  await redis.connection("local").get("local"); // want GET "local"
}
