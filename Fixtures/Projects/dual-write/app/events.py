from app.connection import client


def announce(user_id, text):
    client.publish(f"events:{user_id}", text)


def watch_expired():
    pubsub = client.pubsub()
    pubsub.psubscribe("__keyevent@0__:expired")
    return pubsub


def listen(user_id):
    pubsub = client.pubsub()
    pubsub.subscribe(f"events:{user_id}")
    return pubsub


def lock(order_id):
    return client.lock(f"lock:order:{order_id}", timeout=30)
