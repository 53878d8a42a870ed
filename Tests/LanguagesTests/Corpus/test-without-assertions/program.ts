test("ships an order", () => {
  const order: Order = build(3);
  ship(order);
  order.close();
});

test("counts lines", () => {
  const order: Order = build(2);
  for (const line of order.lines) {
    visit(line);
  }
});
