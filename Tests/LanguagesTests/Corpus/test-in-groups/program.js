const { pay, total } = require("orders");

describe("payment", () => {
  it("charges the gateway", () => {
    const gateway = makeGateway();
    pay(gateway, 3);
    expect(gateway.charge).toHaveBeenCalledWith(3);
    expect(gateway.refund).not.toHaveBeenCalled();
  });

  it("keeps the total", () => {
    expect(pay(makeGateway(), 3)).toEqual(3);
    expect(total()).not.toEqual(4);
    expect(order.paid).toBeTruthy();
    expect(order.error).toBeNull();
    expect(total()).toBeLessThan(9);
  });
});
