def check_out(cart):
    store = cart._redis
    store.delete("cart:" + cart.owner)
