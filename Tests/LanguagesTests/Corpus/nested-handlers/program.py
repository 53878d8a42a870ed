def save(store, order):
    try:
        store.begin()
        try:
            store.write(order)
        except:
            store.rollback()
            raise SaveFailed(order)
        store.commit()
    except Exception as error:
        if error.fatal:
            raise error
        report(error)
    finally:
        store.close()
