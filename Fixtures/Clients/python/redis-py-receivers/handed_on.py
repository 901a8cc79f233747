"""Functions and classes that other functions call, with what they are given."""
import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack

import redis
import redis.asyncio
from django.utils.module_loading import import_string
from fastapi.concurrency import run_in_threadpool


def submitted(client, key):
    return client.get("submitted " + key)  # want GET "submitted {}"


def executed(client, key):
    return client.get("executed " + key)  # want GET "executed {}"


def pooled(client, key):
    return client.get("pooled " + key)  # want GET "pooled {}"


async def grouped(client, key):
    await client.get("grouped " + key)  # want GET "grouped {}"


async def main(key):
    client = redis.Redis()
    with ThreadPoolExecutor() as executor:
        executor.submit(submitted, client, key)
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, executed, client, key)
    await run_in_threadpool(pooled, client, key)
    async with asyncio.TaskGroup() as group:
        group.create_task(grouped(client, key))


named = import_string("redis.client.Redis")
named().get("by name")  # want GET "by name"


async def entered(client: redis.asyncio.Redis):
    async with AsyncExitStack() as stack:
        pubsub = await stack.enter_async_context(client.pubsub())
        await pubsub.subscribe("entered")  # want SUBSCRIBE "entered"
    with ExitStack() as closing:
        closing.enter_context(redis.Redis()).get("entered")  # want GET "entered"
