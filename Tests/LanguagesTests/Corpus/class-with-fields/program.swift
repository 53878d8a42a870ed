final class OrderService {
  private let gateway: Gateway
  private let limit: Int
  private var orders: [Order]
  private var count = 0
  private var last = Receipts()

  init(gateway: Gateway, limit: Int) {
    self.gateway = gateway
    self.limit = limit
    self.orders = []
  }

  func add(order: Order) throws -> OrderService {
    if order.total > limit {
      throw TooMuch(limit)
    }
    orders.push(order)
    count += 1
    return self
  }

  func pay(order: Order) async throws -> OrderService {
    let receipt = try await gateway.charge(order.total)
    last.receipt = receipt
    return try self.add(order)
  }
}
