import Rules

extension TrapTests {
  /// 2: what nobody else can reach is not updated by two. 3: promises that nobody has to wait for. 4: a cancellation
  /// that is passed on.
  static let promises: [Trap] = [
    Trap(
      2,
      .lostUpdate,
      "javascript",
      "a local across a wait",
      [],
      """
      async function total(orders) {
        let sum = 0;
        for (const order of orders) {
          sum = sum + (await price(order));
        }
        return sum;
      }
      """
    ),
    Trap(
      3,
      .unawaitedTask,
      "javascript",
      "a function that is called where it stands, at top level",
      [],
      """
      (async () => {
        await start();
      })();
      """
    ),
    Trap(
      3,
      .unawaitedTask,
      "typescript",
      "detached by a word",
      ["unverified"],
      """
      async function note(order: Order): Promise<void> {
        await db.notes.put(order);
      }

      export async function place(order: Order): Promise<string> {
        void note(order);
        return order.id;
      }
      """
    ),
    Trap(
      3,
      .unawaitedTask,
      "swift",
      "a task that is kept",
      ["unverified"],
      """
      final class Loader {
        var work: Task<Void, Error>?

        func start() {
          work = Task { try await load() }
        }
      }
      """
    ),
    Trap(
      3,
      .unawaitedTask,
      "swift",
      "a task that is given back",
      ["checked"],
      """
      func start() -> Task<Void, Error> {
        Task { try await load() }
      }
      """
    ),
    Trap(
      4,
      .broadCatch,
      "kotlin",
      "nothing in it suspends",
      [],
      """
      suspend fun count(text: String): Int {
          return try {
              text.toInt()
          } catch (e: Exception) {
              0
          }
      }
      """
    ),
    Trap(
      4,
      .broadCatch,
      "python",
      "thrown again after a line in the log",
      ["checked"],
      """
      import asyncio
      import logging

      import httpx

      log = logging.getLogger(__name__)

      async def load(url, path):
          try:
              answer = await httpx.AsyncClient().get(url)
              with open(path, "w") as file:
                  file.write(answer.text)
          except BaseException:
              log.exception("not loaded")
              raise
      """
    ),
  ]

  /// 6: a body that is closed by somebody else. 10: a look at a file is a race at most.
  static let locks: [Trap] = [
    Trap(
      6,
      .resourceLeak,
      "go",
      "closed by a deferred function that gets it",
      ["checked"],
      """
      package shop

      import (
      	"io"
      	"net/http"
      )

      func load(client *http.Client, request *http.Request) ([]byte, error) {
      	answer, err := client.Do(request)
      	if err != nil {
      		return nil, err
      	}
      	defer func(body io.Closer) { _ = body.Close() }(answer.Body)
      	return io.ReadAll(answer.Body)
      }
      """
    ),
    Trap(
      6,
      .resourceLeak,
      "go",
      "closed by a helper of the file",
      ["checked"],
      """
      package shop

      import (
      	"io"
      	"net/http"
      )

      func closeQuietly(closer io.Closer) { _ = closer.Close() }

      func load(client *http.Client, request *http.Request) ([]byte, error) {
      	answer, err := client.Do(request)
      	if err != nil {
      		return nil, err
      	}
      	defer closeQuietly(answer.Body)
      	return io.ReadAll(answer.Body)
      }
      """
    ),
    Trap(
      10,
      .checkThenAct,
      "python",
      "a look before a write",
      ["flagged medium"],
      """
      import os

      def start(path):
          if not os.path.exists(path):
              with open(path, "w") as file:
                  file.write("new")
      """
    ),
    Trap(
      10,
      .checkThenAct,
      "python",
      "a look that only makes for a better message",
      [],
      """
      import os

      def read(path):
          if not os.path.exists(path):
              raise FileNotFoundError(f"write {path} first")
          with open(path) as file:
              return file.read()
      """
    ),
  ]
}
