fn total(value: &Value, known: &mut Known) -> u64 {
    if matches!(value, Order) {
        return value.total;
    }
    if !matches!(value, Line) || known.contains(&value.id) {
        return 0;
    }
    if !known.contains(&value.kind) {
        known.add(value.kind);
    }
    value.price
}
