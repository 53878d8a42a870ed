import axios from "axios";

import { Order, OrderRepository } from "./orders";
import { sendReceipt } from "./mail";

const gateway = axios.create({ baseURL: "https://pay.internal", timeout: 5_000 });

export class Checkout {
  constructor(private readonly orders: OrderRepository) {}

  /** Pays an order and sends the receipt. */
  async pay(order: Order, userId: string): Promise<string> {
    if (order.ownerId !== userId) {
      throw new Error("not the owner of this order");
    }
    try {
      const answer = await gateway.post("/payments", { order: order.id, amount: order.total });
      await this.orders.markPaid(order.id, answer.data.id);
      await sendReceipt(order);
      return answer.data.id;
    } catch (error) {
      await this.orders.markFailed(order.id);
      throw error;
    }
  }

  /** What is left to pay. */
  async balance(userId: string): Promise<number> {
    const answer = await fetch(`https://pay.internal/balance/${userId}`, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`balance of ${userId}: ${answer.status}`);
    return (await answer.json()).balance;
  }
}
