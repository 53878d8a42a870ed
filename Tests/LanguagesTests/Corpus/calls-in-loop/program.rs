fn ship_all(orders: &[Order], client: &mut Client) -> Result<u32, ClientError> {
    let mut shipped = 0;
    for order in orders.iter() {
        let customer = client.customer(order.customer_id)?;
        if customer.blocked {
            continue;
        }
        client.ship(order.id, &customer.address)?;
        shipped += 1;
    }
    Ok(shipped)
}
