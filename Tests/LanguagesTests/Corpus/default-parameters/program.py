def charge(order, currency="EUR", retries=3):
    if retries == 0:
        return None
    return send(order, currency, retries - 1)


def report(title, *rows):
    return render(title, rows)


def configure(name, options=default_options(), strict=False):
    return create(name, options, strict)
