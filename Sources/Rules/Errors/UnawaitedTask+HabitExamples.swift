extension UnawaitedTask {
  /// What tells that a call gives work to wait for, where nothing in reach declares it.
  static let habitExamples: [RuleExample] = [
    RuleExample(
      "csharp",
      "It is said how the task is waited for, and nobody waits",
      """
      public class Orders
      {
          private readonly IStore _store;

          public async Task<int> PlaceAsync(Order order)
          {
              _store.Put(order).ConfigureAwait(false);
              ^^^^^^^^^^^^^^^^^ flagged high
              return await _store.CountAsync();
          }
      }
      """
    ),
    RuleExample(
      "typescript",
      "A function that declares a promise without a word in front",
      """
      class Orders {
        private send(order: Order): Promise<void> {
          return this.queue.deliver(order);
        }

        async place(order: Order): Promise<string> {
          this.send(order);
          ^^^^^^^^^^^^^^^^ flagged high
          return order.id;
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Awaited in one method, and not in the next",
      """
      export class Panel {
        async open(id: string) {
          await this.feed.refresh(id);
          this.shown = true;
        }

        async close(id: string) {
          this.feed.refresh(id);
          ^^^^^^^^^^^^^^^^^^^^^ unverified
          this.shown = false;
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Everybody else waits for what goes by this name",
      path: "src/close.ts",
      others: [
        "src/open.ts": """
        export async function open(ledger: Ledger) {
          await ledger.settle()
          return ledger
        }
        """,
        "src/turn.ts": """
        export async function turn(books: Books) {
          await books.first.settle()
        }
        """,
      ],
      """
      export async function close(ledger: Ledger) {
        ledger.settle()
        ^^^^^^^^^^^^^^^ unverified
        ledger.closed = true
        await log(ledger)
      }
      """
    ),
    RuleExample(
      "python",
      "Everybody else waits for what goes by this name",
      path: "shop/close.py",
      others: [
        "shop/open.py": """
        async def open_(ledger):
            await ledger.settle()
        """,
        "shop/turn.py": """
        async def turn(books):
            await books.first.settle()
        """,
      ],
      """
      async def close(ledger):
          ledger.settle()
          ^^^^^^^^^^^^^^^ unverified
          ledger.closed = True
      """
    ),
    RuleExample(
      "typescript",
      "Others wait as often as not",
      path: "src/close.ts",
      others: [
        "src/open.ts": """
        export async function open(ledger: Ledger) {
          await ledger.mark()
          ledger.mark()
        }
        """
      ],
      """
      export async function close(ledger: Ledger) {
        ledger.mark()
        await log(ledger)
      }
      """
    ),
    RuleExample(
      "javascript",
      "Its failures stay in it, but nobody finds it done",
      """
      async function announce(order) {
        try {
          await channel.push(order.id);
        } catch (error) {
          report(error);
        }
      }

      async function place(order) {
        announce(order);
        ^^^^^^^^^^^^^^^ unverified
        return order.id;
      }
      """
    ),
    RuleExample(
      "javascript",
      "A pause that is not made",
      """
      async function settle(order) {
        new Promise((resolve) => setTimeout(resolve, 200));
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        return load(order);
      }
      """
    ),
    RuleExample(
      "csharp",
      "What gives nothing leaves nothing to wait for",
      path: "src/Library/Saver.cs",
      others: [
        "src/Library/Monitor.cs": """
        namespace Library;

        public class Monitor
        {
            public async void Changed(string path)
            {
                await Task.Delay(1000);
                Refresh(path);
            }
        }
        """
      ],
      """
      namespace Library;

      public class Saver
      {
          private readonly Monitor _monitor;

          public Saver(Monitor monitor)
          {
              _monitor = monitor;
          }

          public async Task Save(string path, byte[] image)
          {
              await File.WriteAllBytesAsync(path, image);
              _monitor.Changed(path);
          }
      }
      """
    ),
  ]
}
