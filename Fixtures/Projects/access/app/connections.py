import os

import redis

cache = redis.Redis.from_url(os.environ["CACHE_URL"])
jobs = redis.Redis.from_url(os.environ["JOBS_URL"])
