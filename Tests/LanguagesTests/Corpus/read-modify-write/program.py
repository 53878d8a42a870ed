def reserve(store, sku, amount):
    item = store.find(sku)
    if item.free < amount:
        return False
    item.free -= amount
    item.held += amount
    store.save(item)
    return True
