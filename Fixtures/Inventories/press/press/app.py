from press.joblog import RedisJobLog
from press.locks import PressLock


class JobLog:
    """Hands on to the log that the configuration names."""

    def __init__(self, app=None):
        self.state = self.make(app) if app is not None else None

    def make(self, app):
        return RedisJobLog()

    def __getattr__(self, name):
        return getattr(self.state, name, None)


job_log = JobLog(object())


def print_page(press, page):
    with PressLock(press):
        press.print(page)
