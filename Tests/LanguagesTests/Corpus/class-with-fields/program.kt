class OrderService {
  val gateway: Gateway
  val limit: Int
  val orders: List<Order>
  var count: Int
  var last: Order

  constructor(gateway: Gateway, limit: Int) {
    this.gateway = gateway
    this.limit = limit
    this.orders = mutableListOf()
  }

  fun add(order: Order): OrderService {
    if (order.total > limit) {
      throw TooMuch(limit)
    }
    orders.push(order)
    count += 1
    return this
  }

  suspend fun pay(order: Order): OrderService {
    val receipt = gateway.charge(order.total).await()
    last.receipt = receipt
    return this.add(order)
  }
}
