from app import database
from app.store import ViewCounter


def flush(pages, url):
    counter = ViewCounter(url)
    for page in pages:
        try:
            claimed, views = counter.claim(page)
            if views:
                database.save(page, views)
            counter.done(claimed)
        except ConnectionError:
            log("no views today")


def log(text):
    print(text)
