def pages(client):
    page = 1
    while True:
        rows = client.page(page)
        if not rows:
            return
        yield rows
        yield from rows.rest
        page += 1
