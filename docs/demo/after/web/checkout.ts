import axios from "axios";

import { Order, OrderRepository } from "./orders";
import { sendReceipt } from "./mail";

const gateway = axios.create({ baseURL: "https://pay.internal", timeout: 5_000 });

export class Checkout {
  constructor(private readonly orders: OrderRepository) {}

  /** Pays an order and sends the receipt. */
  async pay(order: Order, userId: string): Promise<string | null> {
    try {
      const answer = await gateway.post("/payments", { order: order.id, amount: order.total });
      await this.orders.markPaid(order.id, answer.data.id);
      this.notify(order);
      return answer.data.id;
    } catch (error) {
      console.warn("payment failed", error);
      return null;
    }
  }

  /** Tells the customer. */
  async notify(order: Order): Promise<void> {
    await sendReceipt(order);
  }

  /** What is left to pay. */
  async balance(userId: string): Promise<number> {
    try {
      const answer = await fetch(`https://pay.internal/balance/${userId}`);
      return (await answer.json()).balance;
    } catch {
      return 0;
    }
  }

  /** What the recommendation service thinks this order is worth. */
  async recommendations(order: Order): Promise<{ sku: string; score: number }[]> {
    try {
      const answer = await axios.get(`https://reco.internal/${order.id}`, { timeout: 2_000 });
      return answer.data;
    } catch {
      return [
        { sku: "A-100", score: 0.92 },
        { sku: "B-200", score: 0.87 },
      ];
    }
  }
}
