extension RetryWithoutIdempotency {
  static let moreExamples: [RuleExample] = [
    // MARK: Python, flagged
    RuleExample(
      "python",
      "A decorator repeats the whole function",
      """
      import requests
      from tenacity import retry, stop_after_attempt

      @retry(stop=stop_after_attempt(5))
      def create_shipment(order):
          response = requests.post("https://carrier.example.com/shipments", json=order.as_dict(), timeout=5)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          response.raise_for_status()
          return response.json()["tracking"]
      """
    ),
    RuleExample(
      "python",
      "An insert that may happen twice",
      """
      import time
      import psycopg2

      def record(connection, order):
          cursor = connection.cursor()
          for attempt in range(3):
              try:
                  post(order)
                  break
              except TimeoutError:
                  time.sleep(2 ** attempt)

      def post(order):
          connection = psycopg2.connect("dbname=shop")
          cursor = connection.cursor()
          attempts = 0
          while attempts < 3:
              attempts += 1
              try:
                  cursor.execute("INSERT INTO ledger (account, amount) VALUES (%s, %s)", (order.account, order.total))
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  connection.commit()
                  return
              except psycopg2.OperationalError:
                  time.sleep(1)
      """
    ),
    RuleExample(
      "python",
      "The number of the attempt is part of the key",
      """
      import requests

      def pay(order):
          for attempt in range(3):
              headers = {"Idempotency-Key": f"{order.id}-{attempt}"}
              try:
                  response = requests.post("https://pay.example.com/charges", json=order.body, headers=headers, timeout=3)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  response.raise_for_status()
                  return response.json()
              except requests.RequestException:
                  continue
          raise RuntimeError("not paid")
      """
    ),
    RuleExample(
      "python",
      "Trying again until the mail server takes it",
      """
      import smtplib
      import time

      def send(message):
          while True:
              try:
                  with smtplib.SMTP("mail.example.com", timeout=10) as server:
                      server.send_message(message)
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  break
              except smtplib.SMTPException:
                  time.sleep(5)
      """
    ),
    // MARK: Python, checked
    RuleExample(
      "python",
      "A key made once, before the first attempt",
      """
      import uuid
      import requests

      def pay(order):
          key = str(uuid.uuid4())
          for attempt in range(3):
              try:
                  response = requests.post(
                             ^^^^^^^^^^^^^ checked
                      "https://pay.example.com/charges",
                      json=order.body,
                      headers={"Idempotency-Key": key, "Accept": "application/json"},
                      timeout=3,
                  )
                  response.raise_for_status()
                  return response.json()
              except requests.RequestException:
                  continue
          raise RuntimeError("not paid")
      """
    ),
    RuleExample(
      "python",
      "PUT is idempotent by definition",
      """
      import requests

      def store(order):
          for attempt in range(3):
              try:
                  response = requests.put(f"https://api.example.com/orders/{order.id}", json=order.body, timeout=3)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  response.raise_for_status()
                  return
              except requests.RequestException:
                  continue
      """
    ),
    RuleExample(
      "python",
      "Repeated only when the connection was never made",
      """
      import requests

      def create(order):
          for attempt in range(3):
              try:
                  return requests.post("https://api.example.com/orders", json=order.body, timeout=3).json()
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              except requests.exceptions.ConnectTimeout:
                  continue
          raise RuntimeError("the order service is down")
      """
    ),
    // MARK: Python, unverified
    RuleExample(
      "python",
      "Headers that come from somewhere else",
      """
      import requests

      def pay(order, headers):
          for attempt in range(3):
              try:
                  response = requests.post("https://pay.example.com/charges", headers=headers, timeout=3)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
                  response.raise_for_status()
                  return response.json()
              except requests.RequestException:
                  continue
      """
    ),
    RuleExample(
      "python",
      "The payment is behind a gateway of our own",
      """
      def settle(gateway, order):
          for attempt in range(3):
              try:
                  return gateway.charge(order.card, order.total)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              except GatewayTimeout:
                  continue
          raise NotSettled(order.id)
      """
    ),
    // MARK: Python, silent
    RuleExample(
      "python",
      "Reads may be repeated",
      """
      import requests

      def load(url):
          for attempt in range(3):
              try:
                  response = requests.get(url, timeout=3)
                  response.raise_for_status()
                  return response.json()
              except requests.RequestException:
                  continue
          return None
      """
    ),
    RuleExample(
      "python",
      "Different items: one failure does not repeat the others",
      """
      import requests

      def announce(hooks, event):
          failed = []
          for hook in hooks:
              try:
                  requests.post(hook, json=event, timeout=3).raise_for_status()
              except requests.RequestException:
                  failed.append(hook)
          return failed
      """
    ),
    RuleExample(
      "python",
      "A loop that follows pages is no retry",
      """
      import requests

      def export(url, rows):
          while url:
              response = requests.post(url, json={"rows": rows}, timeout=10)
              response.raise_for_status()
              url = response.json().get("next")
      """
    ),
    // MARK: JavaScript and TypeScript, flagged
    // MARK: JavaScript and TypeScript, checked
    // MARK: JavaScript and TypeScript, unverified
    RuleExample(
      "javascript",
      "A POST that asks for a token",
      """
      export async function signIn(form) {
        for (let attempt = 0; attempt < 3; attempt++) {
          try {
            const response = await fetch("/oauth/token", { method: "POST", body: form });
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
            if (response.ok) return response.json();
          } catch (error) {
            console.warn("sign-in failed", error);
          }
        }
        throw new Error("not signed in");
      }
      """
    ),
    // MARK: JavaScript and TypeScript, silent
    RuleExample(
      "javascript",
      "Waiting until something is ready repeats no write",
      """
      export async function waitFor(url) {
        for (;;) {
          try {
            const response = await fetch(url);
            if (response.ok) return;
          } catch {
            // not up yet
          }
          await sleep(500);
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "A loop round the SDK, which adds keys for its own retries only",
      """
      import Stripe from "stripe";

      const stripe = new Stripe(process.env.STRIPE_KEY!);

      export async function charge(order: Order): Promise<string> {
        for (let attempt = 0; attempt < 3; attempt++) {
          try {
            const intent = await stripe.paymentIntents.create({ amount: order.total, currency: "eur" });
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
            return intent.id;
          } catch (error) {
            await sleep(2 ** attempt * 100);
          }
        }
        throw new Error("not charged");
      }
      """
    ),
    RuleExample(
      "javascript",
      "Calling itself again after a failure",
      """
      import axios from "axios";

      export async function createOrder(order, attempts = 3) {
        try {
          const { data } = await axios.post("https://api.example.com/orders", order, { timeout: 3000 });
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          return data;
        } catch (error) {
          if (attempts <= 1) throw error;
          return createOrder(order, attempts - 1);
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "A policy that repeats what it is given",
      """
      import pRetry from "p-retry";

      export function createOrder(order: Order): Promise<Response> {
        return pRetry(
          async () => {
            const response = await fetch("/orders", { method: "POST", body: JSON.stringify(order) });
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
            if (!response.ok) throw new Error(response.statusText);
            return response;
          },
          { retries: 5 },
        );
      }
      """
    ),
    RuleExample(
      "typescript",
      "The order's own id is the key",
      """
      import Stripe from "stripe";

      const stripe = new Stripe(process.env.STRIPE_KEY!);

      export async function charge(order: Order): Promise<string> {
        for (let attempt = 0; attempt < 3; attempt++) {
          try {
            const intent = await stripe.paymentIntents.create(order.intent, { idempotencyKey: order.id });
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
            return intent.id;
          } catch (error) {
            await sleep(2 ** attempt * 100);
          }
        }
        throw new Error("not charged");
      }
      """
    ),
    // MARK: Met in real code
    RuleExample(
      "python",
      "A worker that ends when it is told to",
      """
      def work(tasks, results):
          done = 0
          while True:
              task = tasks.get()
              if task is None:
                  results.publish(done)
                  return
              try:
                  task.run()
              except Exception as error:
                  results.publish(error)
              done += 1
              if done > 100:
                  return
      """
    ),
    RuleExample(
      "python",
      "Removing something twice is as good as once",
      """
      import time

      def drop(client, bucket):
          while True:
              try:
                  client.delete_bucket(Bucket=bucket)
                  break
              except client.exceptions.NoSuchBucket:
                  time.sleep(1)
      """
    ),
  ]
}
