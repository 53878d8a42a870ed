function greet(customer, count) {
  log(`${count} orders for ${customer.name}: ${total(count)}!`);
  log(`plain`);
  return `dear ${customer.name || 'guest'}`;
}
