async fn place(order: &Order) -> bool {
    let Some(stock) = warehouse.reserve(&order.lines).await else {
        return false;
    };
    bus.publish("placed", order).await;
    bus.publish("audit", order);
    let task = ledger.append(order);
    task.await;
    confirm(order).await
}

async fn fetch_name(client: &Client, path: &str) -> String {
    client.get(path).await.name
}
