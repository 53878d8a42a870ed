import { describe, expect, it } from "vitest";

import { Checkout } from "./checkout";
import { memoryOrders } from "./testing";

describe("Checkout", () => {
  it("pays an order", async () => {
    const checkout = new Checkout(memoryOrders());
    const id = await checkout.pay({ id: "42", ownerId: "u1", total: 1000 }, "u1");
    expect(id).toBe("pay_1");
  });

  it("knows the balance", async () => {
    const checkout = new Checkout(memoryOrders());
    const balance = await checkout.balance("u1");
    expect(balance).toBe(250);
  });
});
