import os

import redis


class JobEvent:
    def __init__(self):
        self._redis = redis.Redis.from_url(os.environ["EVENTS_REDIS"])

    def publish(self, job, text):
        self._redis.publish("jobs/%s/events" % job, text)


class JobEventListener:
    def __init__(self, job):
        self._redis = redis.Redis.from_url(os.environ["EVENTS_REDIS"])
        self._pubsub = self._redis.pubsub()
        self._pubsub.subscribe("jobs/%s/events" % job)
