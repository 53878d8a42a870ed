extension BroadCatch {
  static let examples: [RuleExample] = [
    // MARK: Flagged
    RuleExample(
      "python",
      "One handler for a request, a file and a bug in between",
      """
      import logging

      import requests

      logger = logging.getLogger(__name__)

      def mirror(url, path):
          try:
              body = requests.get(url, timeout=5).text
              with open(path, "w") as file:
                  file.write(body)
          except Exception:
          ^^^^^^^^^^^^^^^^ flagged medium
              logger.warning("mirror of %s failed", url)
      """
    ),
    RuleExample(
      "python",
      "A bare handler also takes the request to exit",
      """
      def refresh(index):
          try:
              index.rebuild()
          except:
          ^^^^^^^ flagged
              index.mark_stale()
      """
    ),
    RuleExample(
      "python",
      "A task that cannot be cancelled",
      """
      import httpx

      async def poll(client: httpx.AsyncClient, url):
          try:
              await client.get(url)
          except BaseException as error:
          ^^^^^^^^^^^^^^^^^^^^ flagged
              print("poll failed", error)
      """
    ),
    RuleExample(
      "typescript",
      "Two requests, and an answer that does not look at the error",
      """
      export async function sync(order: Order): Promise<void> {
        try {
          await fetch("/orders", { method: "POST", body: JSON.stringify(order) });
          await fetch("/index", { method: "POST", body: order.id });
        } catch (error) {
          ^^^^^^^^^^^^^^ flagged
          await retryLater(order);
        }
      }
      """
    ),
    // MARK: Checked
    RuleExample(
      "python",
      "Rolled back and handed on",
      """
      import sqlite3

      def book(connection: sqlite3.Connection, order):
          try:
              connection.execute("INSERT INTO orders VALUES (?)", (order.id,))
              connection.execute("UPDATE stock SET free = free - 1")
          except Exception:
          ^^^^^^^^^^^^^^^^ checked
              connection.rollback()
              raise
      """
    ),
    RuleExample(
      "python",
      "Where the program starts, with the trace",
      """
      import logging

      import requests

      logger = logging.getLogger(__name__)

      def main():
          try:
              orders = requests.get("https://orders.internal", timeout=5).json()
              requests.post("https://report.internal", json=orders, timeout=5)
          except Exception:
          ^^^^^^^^^^^^^^^^ checked
              logger.exception("the report failed")
      """
    ),
    RuleExample(
      "python",
      "What is meant is picked out",
      """
      import requests

      def publish(url, body):
          try:
              session = requests.Session()
              session.post(url, json=body, timeout=5)
              session.post(url + "/done", timeout=5)
          except Exception as error:
          ^^^^^^^^^^^^^^^^ checked
              if not isinstance(error, requests.ConnectionError):
                  raise
              return False
          return True
      """
    ),
    RuleExample(
      "javascript",
      "A code is looked at before the rest goes on",
      """
      export async function move(from, to) {
        try {
          const answer = await fetch(from);
          await fetch(to, { method: "PUT", body: await answer.text() });
        } catch (error) {
          ^^^^^^^^^^^^^^ checked
          if (error.code === "ECONNREFUSED") return false;
          throw error;
        }
        return true;
      }
      """
    ),
    // MARK: Unverified
    RuleExample(
      "python",
      "What three unknown calls raise",
      """
      import logging

      logger = logging.getLogger(__name__)

      def publish(catalog, page):
          try:
              catalog.begin_revision(page)
              catalog.render(page)
              catalog.publish_revision(page)
          except Exception as error:
          ^^^^^^^^^^^^^^^^ unverified
              logger.error("page %s: %s", page, error)
      """
    ),
    RuleExample(
      "python",
      "A script is watched by the person who runs it",
      path: "scripts/load.py",
      """
      import requests

      def load(url, path):
          try:
              body = requests.get(url).text
              with open(path, "w") as file:
                  file.write(body)
          except Exception as error:
          ^^^^^^^^^^^^^^^^ unverified
              print("cannot load", url, error)
      """
    ),
    // MARK: Nothing at stake
    RuleExample(
      "python",
      "One call, one handler",
      """
      def describe(value):
          try:
              return value.describe()
          except Exception:
              return "?"
      """
    ),
    RuleExample(
      "python",
      "The request to exit goes on by itself",
      """
      def collect(tasks):
          errors = []
          for task in tasks:
              try:
                  task.prepare()
                  task.execute()
              except (KeyboardInterrupt, SystemExit):
                  raise
              except BaseException as error:
                  errors.append(error)
          return errors
      """
    ),
    RuleExample(
      "javascript",
      "JavaScript has no other handlers",
      """
      export function restore(storage) {
        try {
          return JSON.parse(storage.getItem("draft"));
        } catch (error) {
          console.warn("draft is damaged", error);
          return null;
        }
      }
      """
    ),
  ]
}
