extension UnawaitedTask {
  static let moreExamples: [RuleExample] = [
    // MARK: Functions of other files
    RuleExample(
      "python",
      "A coroutine of another file that is never awaited",
      path: "shop/orders.py",
      others: [
        "shop/audit.py": """
        import aiofiles

        async def note(order):
            async with aiofiles.open("audit.log", "a") as log:
                await log.write(order.id)
        """
      ],
      """
      from shop.audit import note

      async def place(order):
          note(order)
          ^^^^^^^^^^^ flagged high
          return order.id
      """
    ),
    RuleExample(
      "typescript",
      "A function of another file that waits, and nobody waits for it",
      path: "src/orders.ts",
      others: [
        "src/audit.ts": """
        export async function note(order: Order) {
          await fetch('/audit', { method: 'POST', body: order.id })
        }
        """
      ],
      """
      import { note } from './audit'

      export async function place(order: Order) {
        note(order)
        ^^^^^^^^^^^ flagged high
        return order.id
      }
      """
    ),
    // MARK: Python, flagged
    RuleExample(
      "python",
      "A coroutine that is never awaited does not run",
      """
      class Orders:
          async def _audit(self, order):
              await self.log.write(order)

          async def place(self, order):
              self._audit(order)
              ^^^^^^^^^^^^^^^^^^ flagged high
              return order.id
      """
    ),
    RuleExample(
      "python",
      "A task in a name that nobody reads",
      """
      import asyncio

      async def place(order):
          task = asyncio.create_task(send_receipt(order))
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          return order.id
      """
    ),
    RuleExample(
      "python",
      "Waiting without `await` does not wait",
      """
      import asyncio

      async def poll(source):
          while not await source.ready():
              asyncio.sleep(0.5)
              ^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    // MARK: Python, checked
    RuleExample(
      "python",
      "A callback receives the outcome",
      """
      import asyncio

      background = set()

      async def place(order):
          task = asyncio.create_task(send_receipt(order))
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          background.add(task)
          task.add_done_callback(background.discard)
          return order.id
      """
    ),
    RuleExample(
      "python",
      "A task that is awaited later",
      """
      import asyncio

      async def report(day):
          totals = asyncio.create_task(load_totals(day))
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          orders = await load_orders(day)
          return orders, await totals
      """
    ),
    // MARK: Python, unverified
    RuleExample(
      "python",
      "Kept in a field: who waits is another method's affair",
      """
      import asyncio

      class Poller:
          def start(self):
              self._task = asyncio.create_task(self._run())
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified

          async def _run(self):
              await self.source.next()
      """
    ),
    // MARK: Python, silent
    RuleExample(
      "python",
      "Coroutines that others run",
      """
      import asyncio

      async def main():
          await serve()

      def run():
          asyncio.run(main())
      """
    ),
    RuleExample(
      "python",
      "A generator is iterated, not awaited",
      """
      async def pages(client):
          cursor = None
          while True:
              page = await client.page(cursor)
              yield page
              cursor = page.next

      async def count(client):
          total = 0
          async for page in pages(client):
              total += len(page.items)
          return total
      """
    ),
    RuleExample(
      "python",
      "A decorator may make a plain function of it",
      """
      import asyncio
      import functools

      def blocking(function):
          @functools.wraps(function)
          def run(*args):
              return asyncio.run(function(*args))
          return run

      @blocking
      async def migrate(target):
          await target.apply()

      def upgrade(target):
          migrate(target)
      """
    ),
    // MARK: JavaScript and TypeScript, flagged
    RuleExample(
      "javascript",
      "`then` without a way for the failure",
      """
      export function track(event) {
        fetch("/events", { method: "POST", body: JSON.stringify(event) }).then((answer) => {
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          if (answer.ok) sent.add(event.id);
        });
      }
      """
    ),
    RuleExample(
      "javascript",
      "`forEach` does not wait for anybody",
      """
      export async function notifyAll(users, mailer) {
        users.forEach(async (user) => {
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          await mailer.send(user.address, "We moved");
        });
        console.log("everybody knows");
      }
      """
    ),
    RuleExample(
      "typescript",
      "A promise is always true",
      """
      async function mayRefund(user: User): Promise<boolean> {
        return (await roles(user)).includes("support");
      }

      export async function refund(user: User, order: Order) {
        if (!mayRefund(user)) throw new Error("not allowed");
             ^^^^^^^^^^^^^^^ flagged high
        await payments.refund(order.charge);
      }
      """
    ),
    RuleExample(
      "typescript",
      "A method of the same object",
      """
      class Cart {
        private async persist(): Promise<void> {
          await this.store.write(this.items);
        }

        add(item: Item): void {
          this.items.push(item);
          this.persist();
          ^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    // MARK: JavaScript and TypeScript, checked
    RuleExample(
      "typescript",
      "Detached, with an error path of its own",
      """
      async function warm(key: string): Promise<void> {
        await cache.load(key);
      }

      export function start(keys: string[]): void {
        for (const key of keys) {
          warm(key).catch((error) => metrics.increment("warm.failed", { key, error }));
          ^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "javascript",
      "The function deals with its own failures",
      """
      async function refresh(view) {
        try {
          view.show(await load(view.id));
        } catch (error) {
          view.showError(error);
        }
      }

      export function onVisible(view) {
        refresh(view);
        ^^^^^^^^^^^^^ checked
      }
      """
    ),
    // MARK: JavaScript and TypeScript, unverified
    RuleExample(
      "typescript",
      "Thrown away on purpose",
      """
      async function warm(key: string): Promise<void> {
        await cache.load(key);
      }

      export function start(key: string): void {
        void warm(key);
             ^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "javascript",
      "Awaited in one place, not in the other",
      """
      import { archive } from "./archive";

      export async function close(order, previous) {
        if (previous) {
          archive(previous);
          ^^^^^^^^^^^^^^^^^ unverified
        }
        await archive(order);
      }
      """
    ),
    // MARK: JavaScript and TypeScript, silent
    RuleExample(
      "javascript",
      "Awaited together, returned, or started at the top of a program",
      """
      async function load(id) {
        return await db.get(id);
      }

      export async function loadAll(ids) {
        return Promise.all(ids.map(async (id) => load(id)));
      }

      export function first(ids) {
        return load(ids[0]);
      }

      export async function pair(a, b) {
        const left = load(a);
        const right = load(b);
        return [await left, await right];
      }

      (async () => {
        await load("settings");
      })();
      """
    ),
    // MARK: Met in real code
    RuleExample(
      "javascript",
      "Called with a callback, it reports there",
      """
      import fs from "fs-extra";

      export function exists(path) {
        return new Promise((resolve) => {
          fs.access(path, (error) => resolve(!error));
        });
      }
      """
    ),
    RuleExample(
      "typescript",
      "A failure path is added through the name",
      """
      import { pipeline } from "stream/promises";

      export async function store(source: Readable, target: Writable): Promise<void> {
        const writing = pipeline(source, target);
        const written = writing.then(
          () => undefined,
          (error: Error) => error,
        );
        const failure = await written;
        if (failure) throw failure;
      }
      """
    ),
    RuleExample(
      "typescript",
      "An asynchronous function that waits for nothing",
      """
      class Preview {
        private async mark(): Promise<void> {
          this.stale = true;
        }

        changed(): void {
          this.mark();
        }
      }
      """
    ),
    RuleExample(
      "python",
      "A thread is no value to wait for; a pool holds its work",
      """
      import threading
      from concurrent.futures import ThreadPoolExecutor

      class Mailer:
          def __init__(self):
              self._pool = ThreadPoolExecutor(4)

          def start(self):
              threading.Thread(target=self._run, daemon=True).start()

          def send(self, message):
              self._pool.submit(deliver, message)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "javascript",
      "Plain maps, and reports that nobody waits for",
      """
      export async function refresh(cache, tracker, key) {
        const value = await load(key);
        cache.set(key, value);
        tracker.captureException(new Error("stale"));
        tracker.setIsAsync(true);
        return value;
      }
      """
    ),
    RuleExample(
      "typescript",
      "What makes a step of an asynchronous function is no such function",
      """
      import { createStep, createWorkflow } from "./workflows";

      const validate = createStep("validate", async function (order: Order) {
        await check(order);
      });

      export const workflow = createWorkflow("return", function (order: Order) {
        validate(order);
      });
      """
    ),
  ]
}
