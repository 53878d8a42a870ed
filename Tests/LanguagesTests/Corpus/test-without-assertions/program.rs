#[test]
fn ships_an_order() {
    let mut order = build(3);
    ship(&order);
    order.close();
}

#[test]
fn counts_lines() {
    let order = build(2);
    for line in &order.lines {
        visit(line);
    }
}
