import { expect, it } from "vitest";
import { charge, gateway } from "payments";

it("declines a negative amount", () => {
  expect(() => {
    const order = build(-1);
    charge(order);
  }).toThrowError(RangeError);
});

it("does not charge twice", () => {
  const order: Order = build(3);
  charge(order);
  charge(order);
  expect(gateway.charge).toHaveBeenCalledWith(order, 3);
  expect(gateway.refund).not.toHaveBeenCalled();
});
