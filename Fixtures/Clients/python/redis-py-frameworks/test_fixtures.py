import pytest


def test_get(store):
    store.get("a")  # want GET "a"


def test_renamed(renamed, other):
    renamed.get("b")  # want GET "b"
    other.get("nothing here")


@pytest.fixture
def local(store):
    return store.pubsub()


class TestMethods:
    @pytest.fixture(autouse=True)
    def setup(self, store):
        self.connection = store

    def test_member(self, local):
        self.connection.get("c")  # want GET "c"
        local.subscribe("d")  # want SUBSCRIBE "d"
