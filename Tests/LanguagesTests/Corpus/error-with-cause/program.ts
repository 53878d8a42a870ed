function pay(order: Order): Order {
  try {
    gateway.charge(order.total);
  } catch (error: unknown) {
    throw new PaymentFailed("charge", order.id, { cause: error });
  }
  return order;
}

function load(path: string): Settings | undefined {
  try {
    return parse(read(path));
  } catch (error) {
    if ((error as Failure).code === "missing") return undefined;
    throw error as Error;
  }
}
