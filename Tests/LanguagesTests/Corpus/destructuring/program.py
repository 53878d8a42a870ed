def split(pair, rows):
    head, tail = pair
    first, *others = rows
    for key, value in others:
        store(key, value)
    head, tail = [tail, head]
    return head
