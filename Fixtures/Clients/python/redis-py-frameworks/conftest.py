import pytest
import redis


@pytest.fixture
def store():
    connection = redis.Redis()
    yield connection
    connection.flushdb()  # want FLUSHDB


@pytest.fixture(name="renamed")
def make_renamed(store):
    return store
