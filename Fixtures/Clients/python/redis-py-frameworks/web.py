"""Clients kept on a framework's objects, which other functions and files read back by the same names."""
from contextlib import asynccontextmanager

import redis
import redis.asyncio as aioredis
from fastapi import Depends, FastAPI, Request
from flask import Flask, current_app, g


class Counter:
    def __init__(self, client):
        self.client = client

    async def add(self, name):
        await self.client.incr(f"hits:{name}")  # want INCRBY "hits:{}"


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.redis = aioredis.from_url("redis://host")
    app.state.counter = Counter(app.state.redis)
    await app.state.redis.ping()  # want PING
    yield
    await app.state.redis.aclose()


async def read(request: Request):
    await request.app.state.counter.add("page")
    return await request.app.state.redis.get("page")  # want GET "page"


def from_state(request):
    return request.app.state.redis


async def write(key, client=Depends(from_state)):
    await client.set(key, 1)  # want SET


def create_app():
    app = Flask(__name__)
    app.redis = redis.Redis()
    app.extensions["store"] = redis.Redis()
    app.config["SESSION_REDIS"] = redis.Redis()
    return app


def index():
    current_app.redis.get("b")  # want GET "b"
    current_app.extensions["store"].get("c")  # want GET "c"
    current_app.config["SESSION_REDIS"].get("d")  # want GET "d"
    current_app.config.get("SESSION_REDIS").get("e")  # want GET "e"
    current_app.settings.get("nothing here")
    current_app.config["OTHER"].get("nothing here")
    if "redis" not in g:
        g.redis = redis.Redis()
    g.redis.get("g")  # want GET "g"


async def on_startup(app):
    app["redis"] = aioredis.Redis()


async def handle(request):
    await request.app["redis"].get("k")  # want GET "k"
    await request["redis"].get("nothing here")


class Admin(FastAPI):
    sessions: redis.Redis

    def configure(self, sessions: redis.Redis):
        self.sessions = sessions


async def logout(request: Request):
    await request.app.sessions.delete("login:1")  # want DEL "login:1"
