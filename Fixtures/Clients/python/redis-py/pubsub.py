import redis

r = redis.Redis()


def listen(room):
    p = r.pubsub(ignore_subscribe_messages=True)
    p.subscribe("news")  # want SUBSCRIBE "news"
    p.subscribe(f"room:{room}")  # want SUBSCRIBE "room:{}"
    p.psubscribe("room:*")  # want PSUBSCRIBE "room:*"
    for message in p.listen():
        print(message["data"])
    p.get_message(timeout=1)
    p.unsubscribe("news")  # want UNSUBSCRIBE "news"
    p.close()


def handle(message):
    print(message)


def with_handlers():
    with r.pubsub() as p:
        p.subscribe(**{"alerts": handle})  # want SUBSCRIBE
        thread = p.run_in_thread(sleep_time=0.01)
        thread.stop()


def tell(room):
    r.publish(f"room:{room}", "hello")  # want PUBLISH "room:{}"
    r.publish(channel="news", message="hello")  # want PUBLISH "news"
    r.pubsub_channels("room:*")  # want PUBSUB CHANNELS
    r.pubsub_numsub("news")  # want PUBSUB NUMSUB
