func greet(customer: Customer, count: Int) -> String {
  log("\(count) orders for \(customer.name): \(total(count))!")
  log("plain")
  return "dear \(customer.name || "guest")"
}
