class Counter:
    def __init__(self, limit):
        self.limit = limit
        self.count = 0

    def add(self, amount):
        if self.count + amount > self.limit:
            return False
        self.count += amount
        self.notify(self.count)
        return True

    def notify(self, count):
        self.listener.changed(count, self.limit)
