from aioredlock import Aioredlock


async def main():
    manager = Aioredlock([("localhost", 6379)])
    lock = await manager.lock("resource", lock_timeout=10)  # want LOCK* "resource"
    await lock.extend()  # want LOCK*
    await manager.unlock(lock)  # want LOCK*
    await manager.destroy()
