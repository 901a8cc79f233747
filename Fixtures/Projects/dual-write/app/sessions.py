from app.connection import client


def save(session_id, data):
    client.setex(f"session:{session_id}", 3600, data)


def load(session_id):
    return client.get(f"session:{session_id}")


def revoke(user_id, session_id):
    pipe = client.pipeline(transaction=True)
    pipe.delete(f"session:{session_id}")
    pipe.delete(f"limit:{user_id}")
    pipe.execute()
