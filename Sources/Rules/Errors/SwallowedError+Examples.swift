extension SwallowedError {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "A function of another file that tells the error tracker",
      path: "shop/orders.py",
      others: [
        "shop/trouble.py": """
        import sentry_sdk

        def tell(error):
            sentry_sdk.capture_exception(error)
        """
      ],
      """
      import requests
      from shop.trouble import tell

      def place(order):
          try:
              requests.post("https://shop.example.com/orders", json=order, timeout=5)
          except requests.RequestException as error:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              tell(error)
      """
    ),
    RuleExample(
      "python",
      "A function of another file that writes a line and no more",
      path: "shop/orders.py",
      others: [
        "shop/trouble.py": """
        import logging

        def tell(error):
            logging.warning("trouble: %s", error)
        """
      ],
      """
      import requests
      from shop.trouble import tell

      def place(order):
          try:
              requests.post("https://shop.example.com/orders", json=order, timeout=5)
          except Exception as error:
          ^^^^^^^^^^^^^^^^ flagged
              tell(error)
      """
    ),
    // MARK: Flagged
    RuleExample(
      "python",
      "A logged warning and an empty list in place of the answer",
      """
      import logging

      import requests

      logger = logging.getLogger(__name__)

      def open_orders(customer_id):
          try:
              response = requests.get(f"https://orders.internal/{customer_id}", timeout=5)
              response.raise_for_status()
              return response.json()["orders"]
          except Exception as error:
          ^^^^^^^^^^^^^^^^ flagged high
              logger.warning("orders of %s: %s", customer_id, error)
              return []
      """
    ),
    RuleExample(
      "python",
      "A refund that fails is passed over",
      """
      import stripe

      def refund(charge_id):
          try:
              stripe.Refund.create(charge=charge_id, idempotency_key=charge_id)
          except stripe.StripeError:
          ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              pass
      """
    ),
    RuleExample(
      "python",
      "The code behind goes on with the value that stood there before",
      """
      import httpx

      def exchange_rate(currency):
          rate = 1.0
          try:
              rate = httpx.get(f"https://rates.internal/{currency}").json()["rate"]
          except Exception:
          ^^^^^^^^^^^^^^^^ flagged high
              pass
          return rate
      """
    ),
    RuleExample(
      "python",
      "Several calls that nobody knows, and a zero for all of them",
      """
      def total(cart, pricing, discounts):
          try:
              prices = pricing.quote(cart.lines)
              reduced = discounts.apply_campaigns(cart, prices)
              return reduced.gross()
          except Exception:
          ^^^^^^^^^^^^^^^^ flagged medium
              return 0
      """
    ),
    RuleExample(
      "python",
      "Suppressed round a write",
      """
      import contextlib

      def remember(path, state):
          with contextlib.suppress(Exception):
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              with open(path, "w") as file:
                  file.write(state)
      """
    ),
    RuleExample(
      "typescript",
      "A zero for a balance that could not be read",
      """
      export async function balance(userId: string): Promise<number> {
        try {
          const answer = await fetch(`https://pay.internal/balance/${userId}`);
          return (await answer.json()).balance;
        } catch {
          ^^^^^^ flagged high
          return 0;
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "A promise whose failure is dropped",
      """
      export function track(event) {
        fetch("/events", { method: "POST", body: JSON.stringify(event) }).catch(() => {});
                                                                                ^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "javascript",
      "A callback that does not look at its error",
      """
      import fs from "fs";

      export function loadTemplate(path, done) {
        fs.readFile(path, "utf8", (err, text) => {
                                   ^^^ flagged
          done(text.trim());
        });
      }
      """
    ),
    RuleExample(
      "javascript",
      "Failures gathered and not looked at",
      """
      export async function notifyAll(users) {
        await Promise.allSettled(users.map((user) => user.notify()));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      }
      """
    ),
    // MARK: Checked
    RuleExample(
      "python",
      "Handed on with its cause",
      """
      import requests

      class WarehouseDown(Exception):
          pass

      def stock(sku):
          try:
              response = requests.get(f"https://warehouse.internal/{sku}", timeout=5)
              return response.json()["count"]
          except requests.RequestException as error:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              raise WarehouseDown(sku) from error
      """
    ),
    RuleExample(
      "python",
      "Failures are collected and raised together",
      """
      import requests

      def push_all(targets, payload):
          errors = []
          for target in targets:
              try:
                  requests.post(target, json=payload, timeout=5)
              except requests.RequestException as error:
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  errors.append(error)
          if errors:
              raise ExceptionGroup("push failed", errors)
      """
    ),
    RuleExample(
      "python",
      "Three attempts, and then the last error",
      """
      import time

      import requests

      def fetch(url):
          last = None
          for attempt in range(3):
              try:
                  return requests.get(url, timeout=5)
              except requests.ConnectionError as error:
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
                  last = error
                  time.sleep(2 ** attempt)
          raise last
      """
    ),
    RuleExample(
      "python",
      "A file that is not there is an answer",
      """
      def read_token(path):
          try:
              with open(path) as file:
                  return file.read()
          except FileNotFoundError:
          ^^^^^^^^^^^^^^^^^^^^^^^^ checked
              return ""
      """
    ),
    RuleExample(
      "python",
      "A worker's loop that logs with the trace and goes on",
      """
      import logging

      import requests

      logger = logging.getLogger(__name__)

      def run(jobs):
          while True:
              job = jobs.get()
              try:
                  requests.post(job.url, json=job.body, timeout=10)
              except Exception:
              ^^^^^^^^^^^^^^^^ checked
                  logger.exception("job %s", job.id)
      """
    ),
    RuleExample(
      "javascript",
      "Told to the client as a status",
      """
      export async function show(req, res) {
        try {
          const answer = await fetch(`https://orders.internal/${req.params.id}`);
          res.json(await answer.json());
        } catch (error) {
          ^^^^^^^^^^^^^^ checked
          res.status(502).json({ error: "orders are not available" });
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "Handed to whoever waits",
      """
      import fs from "fs";

      export function readConfig(path, callback) {
        fs.promises.readFile(path, "utf8")
          .then((text) => callback(null, JSON.parse(text)))
          .catch((error) => callback(error));
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "typescript",
      "One code is picked out, everything else goes on",
      """
      import { promises as fs } from "fs";

      export async function readState(path: string): Promise<string | null> {
        try {
          return await fs.readFile(path, "utf8");
        } catch (error: any) {
          ^^^^^^^^^^^^^^^^^^^ checked
          if (error.code === "ENOENT") return null;
          throw error;
        }
      }
      """
    ),
    // MARK: Unverified
    RuleExample(
      "python",
      "A comment states an intent",
      """
      import requests

      def warm_up(url):
          try:
              requests.get(url, timeout=1)
          except requests.RequestException:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              # The first real request will warm it up.
              pass
      """
    ),
    RuleExample(
      "python",
      "Nobody knows the one call",
      """
      def refresh(index):
          try:
              index.rebuild()
          except Exception:
          ^^^^^^^^^^^^^^^^ unverified
              pass
      """
    ),
    RuleExample(
      "typescript",
      "Handed to a function that is not followed",
      """
      import { onFailure } from "./failures";

      export async function save(order: Order): Promise<void> {
        try {
          await fetch("/orders", { method: "POST", body: JSON.stringify(order) });
        } catch (error) {
          ^^^^^^^^^^^^^^ unverified
          onFailure(error, order);
        }
      }
      """
    ),
    RuleExample(
      "python",
      "The doc comment speaks of a default",
      """
      import requests

      def currency(country):
          \"""The currency of a country; the default, EUR, where the service is down.\"""
          try:
              return requests.get(f"https://geo.internal/{country}", timeout=1).json()["currency"]
          except requests.RequestException:
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              return "EUR"
      """
    ),
    RuleExample(
      "typescript",
      "A health check that logs that it is ill, and says that it is well",
      """
      import express from "express";

      export function routes() {
        const app = express();
        app.get("/_health", async (req, res) => {
          try {
            await fetch("https://orders.internal/ping");
          } catch (err) {
            ^^^^^^^^^^^^ flagged
            logger.error("Database connection failed", err);
          }
          res.send("OK");
        });
      }
      """
    ),
    RuleExample(
      "typescript",
      "A health check that says that it is ill",
      """
      import Router from "koa-router";
      import { Client } from "pg";

      const client = new Client();
      const app = express();

      router.get("/_health", async (ctx) => {
        try {
          await client.query("SELECT 1");
        } catch (err) {
          ^^^^^^^^^^^^ checked
          logger.error("Database connection failed", err);
          ctx.status = 500;
          return;
        }
        ctx.body = "OK";
      });
      """
    ),
    RuleExample(
      "python",
      "What is not there is an answer, but none is given",
      """
      from django.contrib.auth.models import User

      def get_user(username):
          try:
              return User.objects.get(username=username)
          except User.DoesNotExist:
          ^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              pass
      """
    ),
    RuleExample(
      "go",
      "A file that could not be read is taken for an empty one",
      """
      package plugins

      import (
        "encoding/json"
        "log"
        "os"
      )

      func ReadManifest(path string) (*Manifest, error) {
        data, err := os.ReadFile(path)
        if err != nil {
        ^^^^^^^^^^^^^^ flagged
          log.Printf("reading the manifest: %v", err)
        }
        m := &Manifest{}
        return m, json.Unmarshal(data, m)
      }
      """
    ),
    RuleExample(
      "java",
      "A failure that somebody named, of a call that nobody here knows",
      """
      class Redo {
        void redo(List<Endpoint> endpoints) {
          for (Endpoint each : endpoints) {
            try {
              redoForEndpoint(each);
            } catch (NacosException e) {
              ^^^^^^^^^^^^^^^^^^^^^ unverified
              LOGGER.error("Redo of {} failed", each.getName(), e);
            }
          }
        }
      }
      """
    ),
    // MARK: Nothing at stake
    RuleExample(
      "python",
      "Lookups and conversions say no by failing",
      """
      def port(settings):
          try:
              return int(settings["port"])
          except (KeyError, ValueError):
              return 8080

      try:
          import ujson as json
      except ImportError:
          import json
      """
    ),
    RuleExample(
      "python",
      "Giving something back may fail",
      """
      def stop(connection):
          try:
              connection.close()
          except Exception:
              pass
      """
    ),
    RuleExample(
      "python",
      "Tests may do as they like",
      path: "tests/test_orders.py",
      """
      import requests

      def test_it_survives():
          try:
              requests.get("https://orders.internal")
          except Exception:
              pass
      """
    ),
    RuleExample(
      "javascript",
      "A value that does not parse",
      """
      export function parse(text) {
        try {
          return JSON.parse(text);
        } catch {
          return null;
        }
      }
      """
    ),
  ]
}
