from app.connections import cart_client


def test_cart():
    assert cart_client().hgetall("cart:me") == {}
