def load_settings(path):
    try:
        return read_settings(path)
    except:
        return None


def send_receipt(order):
    try:
        deliver(order)
    except:
        pass


def count_orders(store):
    try:
        return store.count()
    except Exception as error:
        log.warn("no count", error)
        return 0
