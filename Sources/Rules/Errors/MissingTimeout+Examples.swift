extension MissingTimeout {
  static let moreExamples: [RuleExample] = [
    // MARK: Python, flagged
    RuleExample(
      "python",
      "A session has no limit of its own",
      """
      import requests

      class Inventory:
          def __init__(self, base_url):
              self.base_url = base_url
              self.session = requests.Session()

          def reserve(self, sku, amount):
              response = self.session.post(f"{self.base_url}/reserve", json={"sku": sku, "amount": amount})
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              response.raise_for_status()
      """
    ),
    RuleExample(
      "python",
      "A limit that is switched off",
      """
      import httpx

      def export(url):
          return httpx.get(url, timeout=None)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      """
    ),
    RuleExample(
      "python",
      "A child process may hang",
      """
      import subprocess

      def convert(source, target):
          subprocess.run(["ffmpeg", "-i", source, target], check=True)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      """
    ),
    RuleExample(
      "python",
      "The same call three times is one obligation",
      """
      import requests

      def sync(base):
          customers = requests.get(base + "/customers")
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          orders = requests.get(base + "/orders")
          invoices = requests.get(base + "/invoices")
          for answer in (customers, orders, invoices):
              answer.raise_for_status()
          return customers.json(), orders.json(), invoices.json()
      """
    ),
    // MARK: Python, checked
    RuleExample(
      "python",
      "`httpx` gives up after five seconds by itself",
      """
      import httpx

      def exchange_rate(currency):
          response = httpx.get("https://rates.example.com/latest")
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          response.raise_for_status()
          return response.json()["rate"]
      """
    ),
    RuleExample(
      "python",
      "A scope around the call ends the wait",
      """
      import asyncio
      import aiohttp

      async def status(url):
          async with asyncio.timeout(3):
              async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session:
                  async with session.get(url) as response:
                             ^^^^^^^^^^^^^^^^ checked
                      return response.status
      """
    ),
    RuleExample(
      "python",
      "The client is made with a limit",
      """
      import httpx

      client = httpx.AsyncClient(base_url="https://stock.example.com", timeout=2.5)

      async def stock(sku):
          response = await client.get(f"/stock/{sku}")
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          response.raise_for_status()
          return response.json()["available"]
      """
    ),
    RuleExample(
      "python",
      "A parameter with a finite default",
      """
      import requests

      def ping(url, timeout=2):
          return requests.head(url, timeout=timeout).ok
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    // MARK: Python, unverified
    RuleExample(
      "python",
      "A parameter that is no limit by default",
      """
      import requests

      def ping(url, timeout=None):
          return requests.head(url, timeout=timeout).ok
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "The client comes from outside",
      """
      import httpx

      class Stock:
          def __init__(self, client: httpx.AsyncClient):
              self.client = client

          async def available(self, sku):
              response = await self.client.get(f"/stock/{sku}")
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              response.raise_for_status()
              return response.json()["available"]
      """
    ),
    RuleExample(
      "python",
      "The limit is configuration",
      """
      import requests
      from shop import settings

      def exchange_rate(currency):
          response = requests.get(f"https://rates.example.com/{currency}", timeout=settings.HTTP_TIMEOUT)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          response.raise_for_status()
          return response.json()
      """
    ),
    // MARK: Python, silent
    RuleExample(
      "python",
      "Test code may wait",
      path: "tests/test_rates.py",
      """
      import requests

      def test_rates_are_served():
          assert requests.get("http://localhost:8000/rates").status_code == 200
      """
    ),
    RuleExample(
      "python",
      "A method of the same name on something else",
      """
      def lookup(cache, key):
          return cache.get(key)
      """
    ),
    // MARK: JavaScript and TypeScript, flagged
    // MARK: JavaScript and TypeScript, checked
    RuleExample(
      "typescript",
      "A signal that fires by itself",
      """
      export async function loadProfile(id: string): Promise<Profile> {
        const response = await fetch(`/profiles/${id}`, { signal: AbortSignal.timeout(5_000) });
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        if (!response.ok) throw new Error(`profile ${id}`);
        return response.json();
      }
      """
    ),
    RuleExample(
      "javascript",
      "A timer aborts the request",
      """
      export async function loadProfile(id) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 5000);
        try {
          const response = await fetch(`/profiles/${id}`, { signal: controller.signal });
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return response.ok ? response.json() : null;
        } finally {
          clearTimeout(timer);
        }
      }
      """
    ),
    // MARK: JavaScript and TypeScript, unverified
    RuleExample(
      "typescript",
      "The caller gives the options",
      """
      export async function request(url: string, options: RequestInit): Promise<Response> {
        const response = await fetch(url, options);
                               ^^^^^^^^^^^^^^^^^^^ unverified
        if (!response.ok) throw new Error(response.statusText);
        return response;
      }
      """
    ),
    RuleExample(
      "typescript",
      "A signal from outside may never fire",
      """
      export async function search(term: string, signal: AbortSignal): Promise<Hit[]> {
        const response = await fetch(`/search?q=${term}`, { signal });
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
        if (!response.ok) throw new Error(response.statusText);
        return response.json();
      }
      """
    ),
    // MARK: JavaScript and TypeScript, silent
    RuleExample(
      "typescript",
      "A method called `fetch` is not the one of the platform",
      """
      export class Repository {
        constructor(private readonly store: Store) {}

        async load(id: string) {
          return this.store.fetch(id);
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "`fetch` without a signal",
      """
      export async function loadProfile(id: string): Promise<Profile> {
        const response = await fetch(`https://api.example.com/profiles/${id}`);
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        if (!response.ok) throw new Error(`profile ${id}: ${response.status}`);
        return response.json();
      }
      """
    ),
    RuleExample(
      "javascript",
      "An `axios` instance with headers, but no limit",
      """
      import axios from "axios";

      const api = axios.create({ baseURL: "https://api.example.com" });

      export async function cancel(orderId) {
        await api.post(`/orders/${orderId}/cancel`, { reason: "customer" });
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      }
      """
    ),
    RuleExample(
      "javascript",
      "Zero means no limit",
      """
      import axios from "axios";

      export function report(event) {
        return axios.post("https://metrics.example.com/events", event, { timeout: 0 });
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
      }
      """
    ),
    RuleExample(
      "typescript",
      "The instance is made with a limit",
      """
      import axios from "axios";

      const api = axios.create({ baseURL: "https://api.example.com", timeout: 10_000 });

      export async function cancel(orderId: string): Promise<void> {
        await api.post(`/orders/${orderId}/cancel`);
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "javascript",
      "A race against a timer",
      """
      export async function quote(symbol) {
        const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 3000));
        const response = await Promise.race([fetch(`/quotes/${symbol}`), timeout]);
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        if (!response.ok) throw new Error(response.statusText);
        return response.json();
      }
      """
    ),
    // MARK: Met in real code
    RuleExample(
      "python",
      "Parts of one program that wait for each other",
      """
      import threading

      class Worker:
          def __init__(self):
              self._lock = threading.Lock()
              self._done = threading.Event()

          def stop(self):
              self._lock.acquire()
              try:
                  self._done.wait()
              finally:
                  self._lock.release()
      """
    ),
    RuleExample(
      "python",
      "Two waits for one child are one",
      """
      import subprocess

      def revision():
          process = subprocess.Popen(["git", "rev-parse", "HEAD"], stdout=subprocess.PIPE)
          output, _ = process.communicate()
                      ^^^^^^^^^^^^^^^^^^^^^ flagged medium
          if process.wait() != 0:
              raise RuntimeError("no revision")
          return output.decode()
      """
    ),
    RuleExample(
      "python",
      "A person works with the child",
      """
      import subprocess

      def edit_message(path):
          subprocess.call(["vi", path])
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "What is run comes from the caller",
      """
      import subprocess

      def run(command):
          return subprocess.check_output(command)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "Not waiting needs no limit",
      """
      import queue

      def drain(pending):
          messages = queue.Queue()
          for item in pending:
              messages.put(item)
          while True:
              try:
                  yield messages.get(block=False)
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              except queue.Empty:
                  return
      """
    ),
    RuleExample(
      "javascript",
      "A helper that says by its name that it ends the wait",
      """
      import { timeout } from "./promises";

      export function load(url) {
        return timeout(5000, fetch(url)).then((response) => {
                             ^^^^^^^^^^ unverified
          if (!response.ok) throw new Error(response.statusText);
          return response.json();
        });
      }
      """
    ),
    RuleExample(
      "typescript",
      "Statements take their limit from the driver, if any",
      """
      import { Pool } from "pg";

      const pool = new Pool();

      export async function names(): Promise<string[]> {
        const { rows } = await pool.query("SELECT name FROM users");
        return rows.map((row) => row.name);
      }
      """
    ),
    RuleExample(
      "python",
      "The limit is set on the object",
      """
      import socket

      def ask(host, question):
          connection = socket.create_connection((host, 7000), timeout=3)
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          connection.sendall(question)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return connection.recv(4096)
                 ^^^^^^^^^^^^^^^^^^^^^ checked

      def listen(host):
          sock = socket.socket()
          sock.settimeout(5)
          sock.connect((host, 7001))
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          return sock.recv(4096)
                 ^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "javascript",
      "A child that is started, and nobody waits for",
      """
      import { exec } from "child_process";

      export function serve(folder) {
        const child = exec("npm run dev", { cwd: folder });
        child.stdout.pipe(process.stdout);
        return child;
      }

      export function revision(done) {
        exec("git rev-parse HEAD", (error, output) => done(error, output));
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
  ]
}
