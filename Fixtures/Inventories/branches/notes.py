import redis

client = redis.Redis()


def put(name, line, keeps):
    """No run comes by both: nothing is in any order here."""
    if keeps:
        client.expire(f"note:{name}", 3600)
    else:
        client.rpush(f"note:{name}", line)


def take(name, line, looks):
    if looks:
        return client.get(f"seen:{name}")
    client.setex(f"seen:{name}", 60, line)


def swap(name, line, looks):
    if looks:
        return client.get(f"mark:{name}")
    else:
        client.set(f"mark:{name}", line, ex=60)
