def export_orders(store, path):
    file = open_file(path)
    try:
        write_rows(file, store.rows())
    finally:
        file.close()


def locked(lock, work):
    lock.acquire()
    try:
        return work()
    except:
        return None
    finally:
        lock.release()
