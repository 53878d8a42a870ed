def describe(state):
    match state:
        case "new" | "open":
            return "waiting"
        case "paid":
            archive(state)
        case 3:
            pass
        case _:
            raise Unknown(state)
    return "done"
