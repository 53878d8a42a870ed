const { total, charge } = require("orders");

test("adds the lines", () => {
  const order = build([1, 2]);
  expect(total(order)).toEqual(3);
  expect(order.paid).not.toBeNull();
  expect(order.name).toBeNull();
  expect(order.tags).toContain("x");
  expect(total(order)).toBeGreaterThan(2);
  expect(total(order)).not.toEqual(4);
  expect(order.open).toBeFalsy();
});

it("refuses an empty order", async () => {
  expect(() => charge([])).toThrow(Empty);
});
