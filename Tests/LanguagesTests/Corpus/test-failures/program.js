const { charge, gateway } = require("payments");

test("declines a negative amount", () => {
  expect(() => {
    const order = build(-1);
    charge(order);
  }).toThrow(RangeError);
});

test("does not charge twice", () => {
  const order = build(3);
  charge(order);
  charge(order);
  expect(gateway.charge).toHaveBeenCalledWith(order, 3);
  expect(gateway.refund).not.toHaveBeenCalled();
});
