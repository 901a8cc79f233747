from .books import Books


def read(books: Books):
    with books._events() as events:
        events.subscribe("books")  # want SUBSCRIBE
