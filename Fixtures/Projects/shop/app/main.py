from app.cart import Cart
from app.checkout import check_out

check_out(Cart("me"))
