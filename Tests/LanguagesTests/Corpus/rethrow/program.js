function charge(order) {
  try {
    return gateway.charge(order);
  } catch (error) {
    metrics.count("charge.failed");
    throw error;
  }
}

function refund(order) {
  try {
    return gateway.refund(order);
  } catch (error) {
    throw new RefundFailed("refund", error);
  }
}
