def save(page, views):
    print(page, views)
