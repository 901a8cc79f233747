import os

import redis


def cart_client():
    return redis.Redis.from_url(os.environ["CART_REDIS_URL"])
