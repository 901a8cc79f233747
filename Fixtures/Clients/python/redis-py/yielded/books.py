from contextlib import contextmanager

from .pool import Pool


class Books:
    def __init__(self):
        self._pool = Pool()

    @contextmanager
    def _events(self):
        with self._pool.client().pubsub() as events:
            yield events
