"""Libraries that hand out a client of redis-py."""
from celery import Celery
from django_redis import get_redis_connection
from flask_redis import FlaskRedis
from huey import RedisHuey
from rediscluster import RedisCluster
from rq import Queue, get_current_connection
from testcontainers.redis import RedisContainer
from walrus import Database

flask = FlaskRedis()
flask.get("flask")  # want GET "flask"

django = get_redis_connection("default")
django.hset("django", "a", 1)  # want HSET "django"
with get_redis_connection("default").pipeline() as pipe:  # want MULTI*
    pipe.incr("django")  # want INCRBY "django"
    pipe.execute()

cluster = RedisCluster(startup_nodes=[{"host": "localhost", "port": "7000"}])
cluster.delete("cluster")  # want DEL "cluster"

queue = Queue(connection=django)
queue.enqueue(print, "hello")
queue.connection.llen("rq:queue:default")  # want LLEN "rq:queue:default"
get_current_connection().get("job")  # want GET "job"

huey = RedisHuey("app")
huey.storage.conn.ping()  # want PING

app = Celery("tasks", backend="redis://localhost")
app.backend.client.keys("celery-task-meta-*")  # want KEYS "celery-task-meta-*"

db = Database(host="localhost")
db.set("walrus", 1)  # want SET "walrus"
db.Hash("profile").update(name="x")  # want HSET
db.List("queue").append("x")  # want RPUSH
db.search("user:*")  # want SCAN "user:*"

with RedisContainer() as container:
    container.get_client().set("container", 1)  # want SET "container"
