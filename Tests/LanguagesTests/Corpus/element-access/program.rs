fn r#move(stock: &mut Stock, source: usize, target: usize) -> Shelf {
    let amount = stock[source];
    stock[target] = amount;
    stock[source] = 0;
    let first = &mut stock.shelves[0];
    first.used = amount;
    stock.shelves[1]
}
