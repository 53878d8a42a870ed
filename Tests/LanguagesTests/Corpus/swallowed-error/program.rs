fn load_settings(path: &Path) -> Option<Settings> {
    match read_settings(path) {
        Ok(settings) => Some(settings),
        Err(_) => None,
    }
}

fn send_receipt(order: &Order) {
    if let Err(_) = deliver(order) {}
}

fn count_orders(store: &Store) -> u64 {
    match store.count() {
        Ok(count) => count,
        Err(error) => {
            log.warn("no count", error);
            0
        }
    }
}
