import { Module, Inject, Injectable } from "@nestjs/common";
import Redis from "ioredis";

export const CACHE = Symbol("CACHE");
export const SHARED = "SHARED_REDIS";

// What a provider makes is what its token's parameters are given.
@Module({
  providers: [
    { provide: SHARED, useFactory: async () => new Redis() },
    { provide: CACHE, inject: [SHARED], useFactory: (client: any) => wrap(client) },
    { provide: "ALIAS", useExisting: SHARED },
    { provide: "NUMBERS", useValue: new Map() },
  ],
})
export class CacheModule {}

function wrap(client: any) {
  return { read: (key: string) => client.get(`w:${key}`) }; // want GET "w:{}"
}

@Injectable()
export class Visits {
  @Inject("ALIAS") private other: any;

  constructor(
    @Inject(SHARED) private readonly client: any,
    @Inject("NUMBERS") private readonly numbers: any,
  ) {}

  async count(page: string) {
    this.numbers.get(page);
    await this.other.del(`n:${page}`); // want DEL "n:{}"
    return this.client.incr(`v:${page}`); // want INCR "v:{}"
  }
}

// A decorator of the project's own stands for what it gives.
const Shared = () => Inject(SHARED);

@Injectable()
export class Pages {
  @Logged() @Shared() private kept: any;

  constructor(@Shared() private readonly client: any, @Header("page") private readonly page: any) {}

  async read(@Query("name") name: any) {
    this.page.get(name);
    await this.kept.del(`p:${name}`); // want DEL "p:{}"
    return this.client.get(`p:${name}`); // want GET "p:{}"
  }
}
