function pay(order) {
  try {
    gateway.charge(order.total);
  } catch (error) {
    throw new PaymentFailed("charge", order.id, { cause: error });
  }
  return order;
}

function load(path) {
  try {
    return parse(read(path));
  } catch (error) {
    if (error.code === "missing") {
      return null;
    }
    throw error;
  }
}
