class OrderService:
    def __init__(self, gateway, limit):
        self.gateway = gateway
        self.limit = limit
        self.orders = []

    def add(self, order):
        if order.total > self.limit:
            raise TooMuch(self.limit)
        self.orders.push(order)
        self.count += 1
        return self

    async def pay(self, order):
        receipt = await self.gateway.charge(order.total)
        self.last.receipt = receipt
        return self.add(order)
