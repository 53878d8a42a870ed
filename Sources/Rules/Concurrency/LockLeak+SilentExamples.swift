extension LockLeak {
  static let silentExamples: [RuleExample] = [
    RuleExample(
      "rust",
      "The guard is dropped before the await (clippy #9208, #6446)",
      """
      use std::sync::Mutex;

      struct Cache {
          entries: Mutex<Vec<u64>>,
      }

      impl Cache {
          async fn refresh(&self) -> Result<(), Error> {
              let entries = self.entries.lock().unwrap();
                            ^^^^^^^^^^^^^^^^^^^ checked
              let first = entries[0];
              drop(entries);
              fetch(first).await?;
              Ok(())
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A lock of tasks may be held across an await",
      """
      use tokio::sync::Mutex;

      struct Cache {
          entries: Mutex<Vec<Entry>>,
      }

      impl Cache {
          async fn refresh(&self, id: u64) -> Result<(), Error> {
              let mut entries = self.entries.lock().await;
                                ^^^^^^^^^^^^^^^^^^^ checked
              entries.push(fetch(id).await?);
              Ok(())
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A mutex that is bound is not locked (clippy #8486)",
      """
      use std::sync::Mutex;

      fn keep(order: Mutex<()>) {
          let _ = order;
          write_line("kept");
      }
      """
    ),
    RuleExample(
      "go",
      "A function whose purpose it is to take the lock",
      """
      package stock

      import "sync"

      type Stock struct {
          mu sync.Mutex
      }

      func (s *Stock) Lock() {
          s.mu.Lock()
      }
      """
    ),
    RuleExample(
      "csharp",
      "A semaphore that is a signal",
      """
      using System.Threading;

      public class Queue
      {
          private readonly SemaphoreSlim filled = new SemaphoreSlim(0);

          public Job Next()
          {
              filled.Wait();
              return jobs.Dequeue();
          }
      }
      """
    ),
    RuleExample(
      "python",
      "A mark that something was seen, not a lock",
      """
      import redis

      def first_time(client: redis.Redis, event):
          return client.set(f"seen:{event.id}", 1, nx=True)
      """
    ),
    RuleExample(
      "swift",
      "A lock of the caller's",
      """
      import Foundation

      func read(_ lock: NSLock, _ body: () -> Int) -> Int {
        return lock.withLock { body() }
               ^^^^ checked
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The monitor of the language",
      """
      class Counter {
          private var count = 0

          fun next(): Int = synchronized(this) { ++count }
                                         ^^^^ checked
      }
      """
    ),
    RuleExample(
      "java",
      "Nothing in between that fails as a rule",
      """
      import java.util.concurrent.locks.ReentrantLock;

      class Cache {
        private final ReentrantLock lock = new ReentrantLock();

        void put(String key, String value) {
          lock.lock();
          entries.put(key, value.trim());
          lock.unlock();
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "A limit on what runs at once, not a lock of a thread",
      """
      import { Sema } from "async-sema";

      const limit = new Sema(4);

      export async function load(id: string): Promise<Response> {
        await limit.acquire();
              ^^^^^^^^^^^^^^^ checked
        try {
          return await fetch(`/items/${id}`);
        } finally {
          limit.release();
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Unlocked before the failure is looked at",
      """
      package stock

      import "sync"

      type Stock struct {
          mu    sync.Mutex
          store Store
      }

      func (s *Stock) Load(item string) (int, error) {
          s.mu.Lock()
          count, err := s.store.Count(item)
          s.mu.Unlock()
          if err != nil {
              return 0, err
          }
          return count + 1, nil
      }
      """
    ),
    RuleExample(
      "swift",
      "To leave with it held is what it is for",
      """
      import Foundation

      final class Gate {
        private let mutex = NSLock()
        private var isOpen = false

        func lock(whenOpen timeout: Int) -> Bool {
          mutex.lock()
          var left = timeout
          while left > 0 {
            if isOpen { return true }
            left -= 1
          }
          mutex.unlock()
          return false
        }
      }
      """
    ),
  ]
}
