import threading

lock = threading.Lock()
lock.acquire()
lock.release()
with lock:
    print(lock.locked())
