"""What is queued is an operation where it is queued; sending it is none."""
import redis

r = redis.Redis()


def chained(uid):
    pipe = r.pipeline()  # want MULTI*
    (
        pipe.set(f"user:{uid}", 1)  # want SET "user:{}"
        .expire(f"user:{uid}", 60)  # want EXPIRE "user:{}"
    )
    pipe.incr("users")  # want INCRBY "users"
    pipe.execute()
    pipe.reset()


def over_lines(uid):
    return (
        r.pipeline(transaction=False)  # want MULTI*
        .hset("index", uid, 1)  # want HSET "index"
        .zadd("recent", {uid: 1})  # want ZADD "recent"
        .execute()
    )


def watched(amount):
    with r.pipeline() as p:  # want MULTI*
        while True:
            try:
                p.watch("balance")  # want WATCH "balance"
                balance = int(p.get("balance"))  # want GET "balance"
                p.multi()  # want MULTI*
                p.set("balance", balance - amount)  # want SET "balance"
                return p.execute()
            except redis.WatchError:
                continue


def transfer(pipe):
    pipe.decrby("from", 1)  # want DECRBY "from"
    pipe.incrby("to", 1)  # want INCRBY "to"


r.transaction(transfer, "from", "to")  # want MULTI*
r.transaction(  # want MULTI*
    lambda pipe: pipe.sadd("done", 1)  # want SADD "done"
)


def fill(pipe, items):
    for item in items:
        pipe.rpush("items", item)  # want RPUSH "items"


with r.pipeline() as batch:  # want MULTI*
    fill(batch, [1, 2])
    batch.execute()


def chosen(ordered):
    with r.pipeline() as pipe:  # want MULTI*
        queued = (
            pipe.zadd("members", {"a": 1}).zcount("members", 0, 1)  # want ZADD "members", want ZCOUNT "members"
            if ordered
            else pipe.rpush("members", "a").llen("members")  # want RPUSH "members", want LLEN "members"
        ).get("total")  # want GET "total"
        if ordered:
            queued = queued.expire("members", 60).expire("total", 60)  # want EXPIRE "members", want EXPIRE "total"
        queued.execute()
