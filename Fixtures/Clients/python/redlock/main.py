from redlock import Redlock

manager = Redlock([{"host": "localhost", "port": 6379, "db": 0}])
held = manager.lock("resource", 1000)  # want LOCK* "resource"
manager.unlock(held)  # want LOCK*
