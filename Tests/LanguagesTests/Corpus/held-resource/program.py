def copy(source, target):
    with open_file(source) as reader:
        with open_file(target, "w") as writer:
            writer.write(reader.read())


async def pay(pool, order):
    async with pool.acquire() as connection:
        await connection.execute("update", order.id)
        return order
