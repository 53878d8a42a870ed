extension WeakenedHandler {
  static let examples: [RuleExample] = [
    // MARK: Flagged
    RuleExample(
      "python",
      "A rethrow became a log and an empty list",
      baseline: """
        import logging

        import requests

        logger = logging.getLogger(__name__)

        def open_orders(customer_id):
            try:
                response = requests.get(f"https://orders.internal/{customer_id}", timeout=5)
                return response.json()["orders"]
            except requests.RequestException:
                logger.exception("orders of %s", customer_id)
                raise
        """,
      """
      import logging

      import requests

      logger = logging.getLogger(__name__)

      def open_orders(customer_id):
          try:
              response = requests.get(f"https://orders.internal/{customer_id}", timeout=5)
              return response.json()["orders"]
          except requests.RequestException:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              logger.exception("orders of %s", customer_id)
              return []
      """
    ),
    RuleExample(
      "typescript",
      "A catch round code that had none",
      baseline: """
        export async function balance(userId: string): Promise<number> {
          const answer = await fetch(`/balance/${userId}`);
          return (await answer.json()).balance;
        }
        """,
      """
      export async function balance(userId: string): Promise<number> {
        try {
          const answer = await fetch(`/balance/${userId}`);
          return (await answer.json()).balance;
        } catch (error) {
          ^^^^^^^^^^^^^^ flagged high
          console.warn("no balance", error);
          return 0;
        }
      }
      """
    ),
    RuleExample(
      "python",
      "An alert was taken out of the handler",
      baseline: """
        import sentry_sdk

        def publish(catalog, page):
            try:
                catalog.publish_page(page)
            except Exception as error:
                sentry_sdk.capture_exception(error)
        """,
      """
      def publish(catalog, page):
          try:
              catalog.publish_page(page)
          except Exception as error:
          ^^^^^^^^^^^^^^^^ flagged medium
              print("push failed", error)
      """
    ),
    RuleExample(
      "python",
      "The handler takes every error now",
      baseline: """
        import requests

        def ping(url):
            try:
                requests.get(url, timeout=1)
            except requests.ConnectionError:
                print("down")
        """,
      """
      import requests

      def ping(url):
          try:
              requests.get(url, timeout=1)
          except Exception:
          ^^^^^^^^^^^^^^^^ flagged medium
              print("down")
      """
    ),
    RuleExample(
      "python",
      "A bad answer is not raised any more",
      baseline: """
        import requests

        def stock(sku):
            response = requests.get(f"https://warehouse.internal/{sku}", timeout=5)
            response.raise_for_status()
            return response.json()
        """,
      """
      import requests

      def stock(sku):
          response = requests.get(f"https://warehouse.internal/{sku}", timeout=5)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          return response.json()
      """
    ),
    RuleExample(
      "javascript",
      "Nothing in place of an error",
      baseline: """
        export async function pay(gateway, order) {
          try {
            return await gateway.charge(order.total);
          } catch (error) {
            await order.markFailed();
            throw error;
          }
        }
        """,
      """
      export async function pay(gateway, order) {
        try {
          return await gateway.charge(order.total);
        } catch (error) {
          ^^^^^^^^^^^^^^ flagged high
          console.warn("payment failed", error);
          return null;
        }
      }
      """
    ),
    // MARK: Checked
    RuleExample(
      "python",
      "Another error type, still raised",
      baseline: """
        import requests

        def stock(sku):
            try:
                return requests.get(f"https://warehouse.internal/{sku}", timeout=5).json()
            except requests.RequestException as error:
                raise RuntimeError(sku) from error
        """,
      """
      import requests

      class WarehouseDown(Exception):
          pass

      def stock(sku):
          try:
              return requests.get(f"https://warehouse.internal/{sku}", timeout=5).json()
          except requests.RequestException as error:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              raise WarehouseDown(sku) from error
      """
    ),
    RuleExample(
      "javascript",
      "An error value in place of a throw",
      baseline: """
        export async function load(url) {
          try {
            return { ok: true, body: await (await fetch(url)).text() };
          } catch (error) {
            throw new Error("cannot load", { cause: error });
          }
        }
        """,
      """
      export async function load(url) {
        try {
          return { ok: true, body: await (await fetch(url)).text() };
        } catch (error) {
          ^^^^^^^^^^^^^^ checked
          return { ok: false, error };
        }
      }
      """
    ),
    // MARK: Unverified
    RuleExample(
      "python",
      "Handed to a function that is not followed",
      baseline: """
        import requests

        def notify(url, body):
            requests.post(url, json=body, timeout=5)
        """,
      """
      import requests

      from .failures import note_failure

      def notify(url, body):
          try:
              requests.post(url, json=body, timeout=5)
          except requests.RequestException as error:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              note_failure(url, error)
      """
    ),
    RuleExample(
      "typescript",
      "What the new handler returns comes from elsewhere",
      baseline: """
        export async function rate(currency: string): Promise<number> {
          const answer = await fetch(`/rates/${currency}`);
          return (await answer.json()).rate;
        }
        """,
      """
      import { lastKnownRate } from "./rates";

      export async function rate(currency: string): Promise<number> {
        try {
          const answer = await fetch(`/rates/${currency}`);
          return (await answer.json()).rate;
        } catch {
          ^^^^^^ unverified
          return lastKnownRate(currency);
        }
      }
      """
    ),
    // MARK: Nothing at stake
    RuleExample(
      "python",
      "A broad handler was narrowed",
      baseline: """
        def read_state(path):
            try:
                with open(path) as file:
                    return file.read()
            except Exception:
                return ""
        """,
      """
      def read_state(path):
          try:
              with open(path) as file:
                  return file.read()
          except FileNotFoundError:
              return ""
      """
    ),
    RuleExample(
      "python",
      "What is said in the log",
      baseline: """
        import logging

        import requests

        logger = logging.getLogger(__name__)

        def ping(url):
            try:
                requests.get(url, timeout=1)
            except requests.RequestException as error:
                logger.warning("down: %s", error)
        """,
      """
      import logging

      import requests

      logger = logging.getLogger(__name__)

      def ping(url):
          try:
              requests.get(url, timeout=1)
          except requests.RequestException as error:
              logger.warning("%s does not answer: %s", url, error)
      """
    ),
    RuleExample(
      "javascript",
      "New code has no old behaviour",
      baseline: """
        export function total(lines) {
          return lines.reduce((sum, line) => sum + line.price, 0);
        }
        """,
      """
      export function total(lines) {
        return lines.reduce((sum, line) => sum + line.price, 0);
      }

      export async function ping() {
        try {
          await fetch("/ping");
        } catch {
          return false;
        }
        return true;
      }
      """
    ),
  ]
}
