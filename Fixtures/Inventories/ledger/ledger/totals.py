import redis


class AccountTotals:
    def __init__(self, config):
        self._client = redis.Redis(**config["TOTALS_REDIS"])

    def add(self, account, amount, lifetime=None):
        def queue():
            self._client.hincrby(f"totals:{account}", "sum", amount)

        queue()

    def remember(self, account, note, lifetime):
        self._client.set(f"totals:{account}:note", note, ex=int(lifetime.total_seconds()) if lifetime else None)
