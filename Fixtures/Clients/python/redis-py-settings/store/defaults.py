QUEUE_CLASS = "store.queues.Sorted"
CLIENT_CLASS = "redis.StrictRedis"
