class Redis:
    """Another class of the name."""

    def get(self, key):
        return key


Redis().get("x")
