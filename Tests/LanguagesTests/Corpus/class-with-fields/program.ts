export class OrderService {
  private orders: Order[];
  private count!: number;

  constructor(gateway: Gateway, limit: number) {
    this.gateway = gateway;
    this.limit = limit;
    this.orders = [];
  }

  add(order: Order): this {
    if (order.total > this.limit) {
      throw new TooMuch(this.limit);
    }
    this.orders.push(order);
    this.count += 1;
    return this;
  }

  async pay(order: Order): Promise<this> {
    const receipt = await this.gateway.charge(order.total);
    this.last.receipt = receipt;
    return this.add(order);
  }
}
