def make_counter(start, step):
    count = start

    def increase(times):
        return count + step * times

    async def report(target):
        await target.send(increase(1))

    schedule(report, lambda: increase(2))
    return increase


def sorted_by(rows, key):
    return order_rows(rows, lambda row: row.get(key))
