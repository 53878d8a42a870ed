from orders import start, configure

LIMIT = 3
server = start(configure(LIMIT), "orders")


def stop(code):
    server.close(code)


if server.ready:
    server.listen(80)
else:
    stop(1)
