async fn all_orders(client: &Client, limit: usize) -> Result<Vec<Order>, Unavailable> {
    let mut orders = vec![];
    let mut cursor = None;
    while size(&orders) < limit {
        let page = client.get("/orders", cursor, limit - size(&orders)).await?;
        if page.status >= 500 {
            return Err(Unavailable(page.status));
        }
        orders.push(page.rows);
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    Ok(orders)
}
