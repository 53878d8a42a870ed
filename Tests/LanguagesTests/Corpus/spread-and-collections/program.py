def gather(first, rest, options):
    rows = [first, *rest]
    settings = {"limit": 10, "deep": {"on": True}, **options}
    send(*rows)
    send(first, settings["limit"], rows[0].name)
    empty([], {})
    return settings


def forward(target, *rows):
    target.log(-1, 2.5, None)
    return target.call(*rows)
