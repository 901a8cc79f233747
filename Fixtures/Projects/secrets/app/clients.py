"""Clients with a password written out, in each way that redis-py takes one."""
import os

import redis

slashed = redis.Redis.from_url("redis://:s3/hunter2@cache:6379/0")  # want password
asked = redis.Redis.from_url("redis://cache:6379/0?password=hunter2&db=1")  # want password
dollar = redis.Redis.from_url("redis://app:pa$$hunter2@cache:6379/0")  # want password
at = redis.Redis.from_url("redis://app:p@hunter2@cache:6379/0")  # want password
semicolon = redis.Redis.from_url("redis://app:a;hunter2@cache:6379/0")  # want password
hashed = redis.Redis.from_url("redis://app:a#hunter2@cache:6379/0")  # want password
token = redis.Redis.from_url(f"redis://hunter2@{os.environ['CACHE_HOST']}/0")  # want password
fallback = redis.Redis.from_url(os.environ.get("CACHE_URL", "redis://:pa$$hunter2@cache"))  # want password
plain = redis.Redis(host="cache", username="app", password="hunter2")  # want password
dollars = redis.Redis(host="cache", password="pa$$hunter2")  # want password
REDIS_PASSWORD = "hunter2"  # want password
named = redis.Redis(host="cache", password=os.getenv("REDIS_PASSWORD", "hunter2"))  # want password
REDIS_SETTINGS = {"host": "cache", "password": "hunter2"}  # want password
spread = redis.Redis(**REDIS_SETTINGS)
provider = redis.UsernamePasswordCredentialProvider("app", "hunter2")
credential = redis.Redis(host="cache", credential_provider=provider)
CACHES = {"default": {"BACKEND": "django_redis", "REDIS": {"PASSWORD": "hunter2"}}}  # want password


def sign_in() -> None:
    plain.auth("hunter2")
    plain.auth(password="hunter2", username="app")
    plain.execute_command("AUTH", "app", "hunter2")
    plain.execute_command("AUTH app hunter2")
    plain.execute_command("HELLO", "3", "AUTH", "app", "hunter2")
    plain.config_set("requirepass", "hunter2")
    plain.config_set("masterauth", "pa$$hunter2")
    plain.acl_setuser("app", enabled=True, passwords=["+hunter2"], commands=["+get"])
    plain.execute_command("ACL", "SETUSER", "app", "on", ">hunter2", "+get")
    plain.migrate("other", 6379, ["a"], 0, 1000, auth="hunter2")
    plain.eval("return redis.call('AUTH', 'hunter2')", 0)
    plain.keys("*")
