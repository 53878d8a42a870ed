def send_all(messages, failed):
    for message in messages:
        try:
            deliver(message)
        except Exception as error:
            failed.add(message, error)
    if failed.count > 0:
        raise SomeFailed(failed)
