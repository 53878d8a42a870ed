extension FabricatedResult {
  static let examples: [RuleExample] = [
    // MARK: Flagged
    RuleExample(
      "typescript",
      "Invented recommendations for a service that is down",
      """
      export async function recommendations(orderId: string): Promise<Recommendation[]> {
        try {
          const answer = await fetch(`https://reco.internal/${orderId}`);
          return await answer.json();
        } catch {
          ^^^^^^ flagged high
          return [
            { sku: "A-100", score: 0.92 },
            { sku: "B-200", score: 0.87 },
          ];
        }
      }
      """
    ),
    RuleExample(
      "python",
      "A customer that nobody stored",
      """
      import requests

      def load_customer(customer_id):
          try:
              response = requests.get(f"https://crm.internal/{customer_id}", timeout=5)
              return response.json()
          except requests.RequestException:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              return {"id": customer_id, "name": "John Doe", "email": "john@shop.test", "tier": "gold"}
      """
    ),
    RuleExample(
      "python",
      "The refund failed, and `True` is reported",
      """
      import logging

      import stripe

      logger = logging.getLogger(__name__)

      def refund(charge_id):
          try:
              stripe.Refund.create(charge=charge_id, idempotency_key=charge_id)
          except stripe.StripeError:
          ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              logger.warning("refund of %s failed", charge_id)
          return True
      """
    ),
    RuleExample(
      "javascript",
      "A failed write is a success",
      """
      export async function saveOrder(order) {
        try {
          await fetch("/orders", { method: "POST", body: JSON.stringify(order) });
        } catch (error) {
          ^^^^^^^^^^^^^^ flagged high
          console.error(error);
          return { success: true };
        }
        return { success: true };
      }
      """
    ),
    RuleExample(
      "python",
      "The check lets everybody through when it cannot ask",
      """
      import requests

      def has_permission(user, action):
          try:
              answer = requests.get(f"https://auth.internal/{user}/{action}", timeout=1)
              return answer.json()["allowed"]
          except Exception:
          ^^^^^^^^^^^^^^^^ flagged high
              return True
      """
    ),
    RuleExample(
      "python",
      "A verification that looks at nothing",
      """
      def verify_signature(payload, signature):
          return True
          ^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "typescript",
      "Waiting in place of working",
      """
      export async function detectFraud(order: Order): Promise<number> {
        await sleep(200);
        return 0.12;
        ^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "javascript",
      "A score for every text",
      """
      export function predictSentiment(text) {
        return 0.87;
        ^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    // MARK: Checked
    RuleExample(
      "python",
      "A declared default takes the place of the answer",
      """
      import requests

      DEFAULT_LIMITS = {"daily": 100, "monthly": 1000}

      def limits(customer_id):
          try:
              return requests.get(f"https://limits.internal/{customer_id}", timeout=1).json()
          except requests.RequestException:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              return DEFAULT_LIMITS
      """
    ),
    RuleExample(
      "python",
      "Success is reported after the act",
      """
      import stripe

      def refund(charge_id):
          stripe.Refund.create(charge=charge_id, idempotency_key=charge_id)
          return {"success": True}
                 ^^^^^^^^^^^^^^^^^ checked
      """
    ),
    // MARK: Unverified
    RuleExample(
      "python",
      "Perhaps the defaults of a configuration",
      """
      import json

      def load_settings(path):
          try:
              with open(path) as file:
                  return json.load(file)
          except FileNotFoundError:
          ^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              return {"theme": "dark", "pageSize": 50}
      """
    ),
    RuleExample(
      "typescript",
      "An interface may be met by a constant",
      """
      export class OpenPolicy extends Policy {
        hasPermission(user: User, action: string): boolean {
          return true;
          ^^^^^^^^^^^^ unverified
        }
      }
      """
    ),
    // MARK: Nothing at stake
    RuleExample(
      "python",
      "An error is no data",
      """
      import requests

      def stock(sku):
          try:
              return requests.get(f"https://warehouse.internal/{sku}", timeout=5).json()
          except requests.RequestException as error:
              return {"status": "error", "message": "the warehouse does not answer"}
      """
    ),
    RuleExample(
      "typescript",
      "Constants that nobody asked for",
      """
      export class Shelf {
        getColumns(): Column[] {
          return [{ key: "sku", width: 120 }, { key: "free", width: 80 }];
        }

        supports(kind: string): boolean {
          return true;
        }
      }
      """
    ),
    RuleExample(
      "python",
      "Seeds and demos are made up on purpose",
      path: "examples/shop.py",
      """
      import requests

      def load_customer(customer_id):
          try:
              return requests.get(f"https://crm.internal/{customer_id}").json()
          except requests.RequestException:
              return {"id": 1, "name": "John Doe"}
      """
    ),
    RuleExample(
      "python",
      "A flag of the unit's own reports nothing",
      """
      import os
      import shutil

      def move(source, target):
          copies = False
          try:
              os.rename(source, target)
          except OSError:
              copies = True
          if copies:
              shutil.copyfile(source, target)
      """
    ),
  ]
}
