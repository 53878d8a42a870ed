function charge(order: Order): Receipt {
  try {
    return gateway.charge(order);
  } catch (error) {
    metrics.count("charge.failed");
    throw error;
  }
}

function refund(order: Order): Receipt {
  try {
    return gateway.refund(order);
  } catch (error) {
    throw new RefundFailed("refund", error as Error);
  }
}
