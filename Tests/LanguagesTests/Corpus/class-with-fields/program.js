class OrderService {
  constructor(gateway, limit) {
    this.gateway = gateway;
    this.limit = limit;
    this.orders = [];
  }

  add(order) {
    if (order.total > this.limit) {
      throw new TooMuch(this.limit);
    }
    this.orders.push(order);
    this.count += 1;
    return this;
  }

  async pay(order) {
    const receipt = await this.gateway.charge(order.total);
    this.last.receipt = receipt;
    return this.add(order);
  }
}
