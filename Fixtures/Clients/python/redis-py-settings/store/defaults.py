QUEUE_CLASS = "scrapy_redis.queues.Sorted"
CLIENT_CLASS = "redis.StrictRedis"
