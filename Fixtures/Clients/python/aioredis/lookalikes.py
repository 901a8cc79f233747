import aiohttp


async def main():
    async with aiohttp.ClientSession() as redis:
        await redis.get("https://example.org")
        await redis.delete("https://example.org")
