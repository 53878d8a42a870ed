func charge(order: Order) throws -> Receipt {
  do {
    return try gateway.charge(order)
  } catch {
    metrics.count("charge.failed")
    throw error
  }
}

func refund(order: Order) throws -> Receipt {
  do {
    return try gateway.refund(order)
  } catch {
    throw RefundFailed("refund", error)
  }
}
