from press.joblog import RedisJobLog


def test_lines():
    log = RedisJobLog()
    log.append("a", "b")
    assert log.lines("a")
