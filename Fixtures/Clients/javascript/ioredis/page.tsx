import { cache } from "react";
import Redis from "ioredis";

const redis = new Redis();

const views = cache(async (slug: string) => redis.hincrby("views", slug, 1)); // want HINCRBY "views"

export default async function Page({ params }: { params: { slug: string } }) {
  const count = await views(params.slug);
  return (
    <article onClick={() => redis.incr(`clicks:${params.slug}`)}>{/* want INCR "clicks:{}" */}
      {count} {await redis.get("banner")} {/* want GET "banner" */}
    </article>
  );
}
