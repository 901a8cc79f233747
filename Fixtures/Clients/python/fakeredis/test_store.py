import fakeredis
import pytest
from fakeredis import FakeServer, FakeStrictRedis
from fakeredis.aioredis import FakeRedis as AsyncFake


@pytest.fixture
def client():
    return fakeredis.FakeRedis(server=FakeServer())


def test_store():
    r = FakeStrictRedis()
    r.set("a", 1)  # want SET "a"
    assert r.get("a") == b"1"  # want GET "a"
    with r.pipeline() as pipe:  # want MULTI*
        pipe.incr("a")  # want INCRBY "a"
        pipe.execute()
    fakeredis.FakeValkey().delete("a")  # want DEL "a"


async def test_later():
    await AsyncFake().hset("h", "a", 1)  # want HSET "h"
