extension UnboundedRetry {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "Nothing but success ends it",
      """
      import requests

      def rates(currency):
          while True:
              try:
                  response = requests.get(f"https://rates.example.com/{currency}", timeout=5)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
                  response.raise_for_status()
                  return response.json()
              except requests.RequestException:
                  continue
      """
    ),
    RuleExample(
      "python",
      "A number of attempts, and longer pauses",
      """
      import time
      import requests

      def rates(currency):
          for attempt in range(5):
              try:
                  response = requests.get(f"https://rates.example.com/{currency}", timeout=5)
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  response.raise_for_status()
                  return response.json()
              except requests.RequestException:
                  if attempt == 4:
                      raise
                  time.sleep(2 ** attempt)
      """
    ),
    RuleExample(
      "python",
      "Three tries at once",
      """
      import requests

      def notify(order):
          for attempt in range(3):
              try:
                  requests.put(f"https://hooks.example.com/{order.id}", json=order.body, timeout=5)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  return True
              except requests.ConnectionError:
                  continue
          raise RuntimeError("not delivered")
      """
    ),
    RuleExample(
      "python",
      "A decorator that never stops",
      """
      import requests
      from tenacity import retry, wait_fixed

      @retry(wait=wait_fixed(1))
       ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      def fetch_invoice(number):
          response = requests.get(f"https://billing.example.com/invoices/{number}", timeout=5)
          response.raise_for_status()
          return response.json()
      """
    ),
    RuleExample(
      "python",
      "A decorator with both limits",
      """
      import requests
      from tenacity import retry, stop_after_attempt, wait_exponential

      @retry(stop=stop_after_attempt(5), wait=wait_exponential(multiplier=1, max=30))
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      def fetch_invoice(number):
          response = requests.get(f"https://billing.example.com/invoices/{number}", timeout=5)
          response.raise_for_status()
          return response.json()
      """
    ),
    RuleExample(
      "python",
      "A decorator with an end and no pause",
      """
      import requests
      from tenacity import retry, stop_after_attempt

      @retry(stop=stop_after_attempt(5))
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      def fetch_invoice(number):
          return requests.get(f"https://billing.example.com/invoices/{number}", timeout=5).json()
      """
    ),
    RuleExample(
      "python",
      "backoff without a limit",
      """
      import backoff
      import requests

      @backoff.on_exception(backoff.expo, requests.RequestException)
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      def search(query):
          return requests.get("https://search.example.com", params={"q": query}, timeout=5).json()
      """
    ),
    RuleExample(
      "python",
      "backoff with a time",
      """
      import backoff
      import requests

      @backoff.on_exception(backoff.expo, requests.RequestException, max_time=60)
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      def search(query):
          return requests.get("https://search.example.com", params={"q": query}, timeout=5).json()
      """
    ),
    RuleExample(
      "python",
      "Every message that fails comes back at once",
      """
      import json
      import pika

      def on_message(channel, method, properties, body):
          try:
              import_order(json.loads(body))
              channel.basic_ack(method.delivery_tag)
          except Exception:
              channel.basic_nack(method.delivery_tag, requeue=True)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "A message is given up the second time",
      """
      import json
      import pika

      def on_message(channel, method, properties, body):
          try:
              import_order(json.loads(body))
              channel.basic_ack(method.delivery_tag)
          except Exception:
              if method.redelivered:
                  channel.basic_nack(method.delivery_tag, requeue=False)
              else:
                  channel.basic_nack(method.delivery_tag, requeue=True)
      """
    ),
    RuleExample(
      "python",
      "A refused login does not get better",
      """
      import time
      import httpx

      def login(user, password):
          for attempt in range(4):
              try:
                  response = httpx.post("https://id.example.com/login", json={"user": user, "password": password})
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
                  return parse(response)
              except (httpx.TransportError, AuthenticationError):
                  time.sleep(2 ** attempt)
      """
    ),
    RuleExample(
      "python",
      "A retry inside of a retry",
      """
      import time
      import requests
      from tenacity import retry, stop_after_attempt, wait_exponential

      @retry(stop=stop_after_attempt(5), wait=wait_exponential())
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      def shipment(number):
          for attempt in range(4):
              try:
                  return requests.get(f"https://ship.example.com/{number}", timeout=5).json()
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              except requests.ConnectionError:
                  time.sleep(2 ** attempt)
          raise LookupError(number)
      """
    ),
    RuleExample(
      "python",
      "The number of tries comes from the settings",
      """
      import requests
      from django.conf import settings
      from tenacity import Retrying, stop_after_attempt

      def fetch(url, policy):
          for attempt in Retrying(**policy):
                         ^^^^^^^^^^^^^^^^^^ unverified
              with attempt:
                  return requests.get(url, timeout=5)
      """
    ),
    RuleExample(
      "python",
      "A helper decides how long it waits",
      """
      import requests
      from .pacing import wait_between

      def fetch(url):
          for attempt in range(5):
              try:
                  return requests.get(url, timeout=5)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              except requests.ConnectionError:
                  wait_between(url)
          raise LookupError(url)
      """
    ),
    RuleExample(
      "python",
      "A person answers until it is a number",
      """
      def ask(prompt):
          while True:
              try:
                  return int(input(prompt))
              except ValueError:
                  print("a number, please")
      """
    ),
    RuleExample(
      "python",
      "A worker keeps its connection until it is stopped",
      """
      import time
      import redis

      class Listener:
          def connect(self):
              while not self.stopped:
                  try:
                      self.client.ping()
                      return
                  except redis.ConnectionError:
                      time.sleep(5)
      """
    ),
    RuleExample(
      "python",
      "A loop over different things",
      """
      import requests

      def warm(urls):
          for url in urls:
              try:
                  requests.get(url, timeout=5)
              except requests.RequestException:
                  continue
      """
    ),
    RuleExample(
      "python",
      "It tries until a deadline",
      """
      import time
      import random
      import requests

      def wait_for(url, seconds):
          deadline = time.monotonic() + seconds
          while time.monotonic() < deadline:
              try:
                  return requests.get(url, timeout=2)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              except requests.ConnectionError:
                  time.sleep(random.uniform(0.5, 2))
          raise TimeoutError(url)
      """
    ),
  ]
}
