function greet(customer: Customer, count: number): string {
  log(`${count} orders for ${customer.name}: ${total(count)}!`);
  log("plain");
  return `dear ${customer.name || "guest"}`;
}
