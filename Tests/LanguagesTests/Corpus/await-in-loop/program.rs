async fn sync(orders: Vec<Order>, client: &Client, known: &Known) -> Vec<Order> {
    let mut failed = vec![];
    for order in orders {
        if known.contains(&order.ident) {
            continue;
        }
        if let Err(_) = async {
            let row = client.find(order.ident).await?;
            if row.is_none() {
                client.insert(&order).await?;
            } else {
                client.update(row, &order).await?;
            }
            Ok(())
        }
        .await
        {
            failed.push(order);
        }
    }
    failed
}
