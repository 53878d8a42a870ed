fn reserve(store: &Store, sku: Sku, amount: u32) -> Result<bool, StoreError> {
    let mut item = store.find(sku)?;
    if item.free < amount {
        return Ok(false);
    }
    item.free -= amount;
    item.held += amount;
    store.save(item)?;
    Ok(true)
}
