from redis import Redis

from ledger.locks import BookLock


class MonthEndWorker:
    def __init__(self, config):
        self._client = Redis(**config["TOTALS_REDIS"])

    def close(self, month):
        with BookLock(f"CLOSE_{month}", lease=3600, renew=True):
            for name in self._client.scan_iter("totals:*"):
                self._client.delete(name)


def reopen(month):
    with BookLock("REOPEN"):
        pass
