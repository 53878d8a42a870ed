test("ships an order", () => {
  let order = build(3);
  ship(order);
  order.close();
});

test("counts lines", () => {
  let order = build(2);
  for (const line of order.lines) {
    visit(line);
  }
});
