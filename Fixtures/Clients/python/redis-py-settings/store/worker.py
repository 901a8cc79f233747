from scrapy.utils.misc import load_object

from . import defaults


def connect_redis(params):
    kind = params.get("kind", defaults.CLIENT_CLASS)
    return load_object(kind)(**params)


class Worker:
    def __init__(self, server, queue_class=defaults.QUEUE_CLASS):
        self.server = server
        self.queue_class = queue_class

    @classmethod
    def from_settings(cls, settings):
        return cls(server=connect_redis(settings), **settings)

    def open(self):
        self.server.ping()  # want PING
        self.queue = load_object(self.queue_class)(server=self.server, key="worker:queue")
        self.queue.push("a", 1)
