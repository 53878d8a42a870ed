async def charge_with_retry(order):
    attempt = 0
    while attempt < 3:
        attempt += 1
        try:
            return await gateway.charge(order)
        except:
            await pause(attempt)
    raise ChargeFailed("gave up")


async def wait_for(job):
    while True:
        state = await job.state()
        if state == "done":
            break
        if state == "lost":
            return False
        await pause(1)
    return True
