async fn order_by_id(id: u64, store: &Store) -> Result<Order, NotFound> {
    if cache.contains_key(&id) {
        return Ok(cache[&id]);
    }
    let order = store.find(id).await;
    if !order {
        return Err(NotFound(format!("order {}", id)));
    }
    cache[&id] = order;
    counts[order.kind][0] += 1;
    Ok(order)
}
