fn greet(customer: &Customer, count: usize) -> String {
    log(format!("{count} orders for {}: {}!", customer.name, total(count)));
    log("plain");
    format!("dear {}", customer.name || "guest")
}
