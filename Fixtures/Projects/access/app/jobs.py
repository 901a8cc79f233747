from .connections import jobs


class Jobs:
    def add(self, text):
        jobs.xadd("jobs:in", {"text": text})
        jobs.publish(f"jobs/{text}/added", "1")

    def take(self):
        return jobs.xreadgroup("workers", "one", {"jobs:in": ">"}, count=1)

    def done(self, name):
        jobs.xack("jobs:in", "workers", name)
        return jobs.exists("jobs:stop")

    def listen(self):
        channel = jobs.pubsub()
        channel.subscribe("jobs/all")
        channel.psubscribe("jobs/*/added")
