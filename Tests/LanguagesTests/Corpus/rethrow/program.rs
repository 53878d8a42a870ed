fn charge(order: &Order) -> Result<Receipt, Error> {
    match gateway.charge(order) {
        Ok(receipt) => Ok(receipt),
        Err(error) => {
            metrics.count("charge.failed");
            Err(error)
        }
    }
}

fn refund(order: &Order) -> Result<Receipt, RefundFailed> {
    match gateway.refund(order) {
        Ok(receipt) => Ok(receipt),
        Err(error) => Err(RefundFailed("refund", error)),
    }
}
