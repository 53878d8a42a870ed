async def export_all(store, sink):
    count = 0
    async for page in store.pages(100):
        for row in page.rows:
            if row.hidden:
                continue
            await sink.write(row)
            count += 1
        if page.last:
            break
    return count


async def drain(queue):
    while True:
        job = await queue.next()
        if job is None:
            return
        await job.run()
