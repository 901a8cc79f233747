"""A client that an unknown library makes, kept in a framework's object."""
from flask import Blueprint, current_app

blueprint = Blueprint("status", __name__)


@blueprint.route("/")
def status():
    size = current_app.status_redis.llen("jobs")  # want LLEN "jobs"
    following = current_app.status_redis.zrange("later", 0, 0)  # want ZRANGE "later"
    return size, following, current_app.settings.get("debug")


@blueprint.route("/health")
def health():
    return current_app.status_redis.ping()  # want PING
