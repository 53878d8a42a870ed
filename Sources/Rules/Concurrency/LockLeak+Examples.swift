extension LockLeak {
  static let examples: [RuleExample] = [
    RuleExample(
      "java",
      "The call in between may throw, and nobody unlocks then",
      """
      import java.util.concurrent.locks.Lock;
      import java.util.concurrent.locks.ReentrantLock;

      class Stock {
        private final Lock lock = new ReentrantLock();
        private final Store store;

        void reserve(String item, int count) throws java.io.IOException {
          lock.lock();
          ^^^^^^^^^^^ flagged
          store.reserve(item, count);
          lock.unlock();
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A return in between",
      """
      import java.util.concurrent.locks.ReentrantLock;

      class Seats {
        private final ReentrantLock lock = new ReentrantLock();
        private int free;

        boolean take() {
          lock.lock();
          ^^^^^^^^^^^ flagged high
          if (free == 0) {
            return false;
          }
          free--;
          lock.unlock();
          return true;
        }
      }
      """
    ),
    RuleExample(
      "go",
      "The early return keeps the lock",
      """
      package stock

      import "sync"

      type Stock struct {
          mu    sync.Mutex
          items map[string]int
      }

      func (s *Stock) Take(item string) bool {
          s.mu.Lock()
          ^^^^^^^^^^^ flagged high
          count, ok := s.items[item]
          if !ok || count == 0 {
              return false
          }
          s.items[item] = count - 1
          s.mu.Unlock()
          return true
      }
      """
    ),
    RuleExample(
      "go",
      "Deferred, and so taken at the end",
      """
      package stock

      import "sync"

      type Stock struct {
          mu    sync.Mutex
          items map[string]int
      }

      func (s *Stock) Count(item string) int {
          s.mu.Lock()
          defer s.mu.Lock()
                ^^^^^^^^^^^ flagged high
          return s.items[item]
      }
      """
    ),
    RuleExample(
      "python",
      "acquire without with or finally",
      """
      import threading

      class Counter:
          def __init__(self):
              self.lock = threading.Lock()
              self.values = {}

          def add(self, key, text):
              self.lock.acquire()
              ^^^^^^^^^^^^^^^^^^^ flagged
              self.values[key] = self.parse(text)
              self.lock.release()
      """
    ),
    RuleExample(
      "python",
      "A request is made while the others wait",
      """
      import threading
      import requests

      class Rates:
          def __init__(self):
              self.lock = threading.Lock()
              self.rates = {}

          def refresh(self, url):
              with self.lock:
                   ^^^^^^^^^ flagged medium
                  self.rates = requests.get(url, timeout=30).json()
      """
    ),
    RuleExample(
      "python",
      "The lock in Redis outlives the process that took it",
      """
      import redis

      client = redis.Redis()

      def run_once(job):
          if not client.set(f"lock:{job.name}", job.id, nx=True):
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
              return
          job.run()
          client.delete(f"lock:{job.name}")
      """
    ),
    RuleExample(
      "python",
      "A time ends it, and then somebody else's lock is deleted",
      """
      import redis

      client = redis.Redis()

      def run_once(job):
          key = f"lock:{job.name}"
          if not client.set(key, 1, nx=True, ex=60):
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
              return
          try:
              job.run()
          finally:
              client.delete(key)
      """
    ),
    RuleExample(
      "csharp",
      "The permit stays taken when the call throws",
      """
      using System.Threading;
      using System.Threading.Tasks;

      public class Gate
      {
          private readonly SemaphoreSlim gate = new SemaphoreSlim(1);

          public async Task Send(Message message)
          {
              await gate.WaitAsync();
                    ^^^^^^^^^^^^^^^^ flagged
              await Deliver(message);
              gate.Release();
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Exit is reached only on the way that goes well",
      """
      using System.Threading;

      public class Ledger
      {
          private readonly object sync = new object();

          public void Book(Entry entry)
          {
              Monitor.Enter(sync);
              ^^^^^^^^^^^^^^^^^^^ flagged high
              if (entry.Amount == 0)
                  return;
              total += entry.Amount;
              Monitor.Exit(sync);
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "A throwing call between lock and unlock",
      """
      import Foundation

      final class Journal {
        private let lock = NSLock()
        private var handle: FileHandle

        func append(_ line: Data) throws {
          lock.lock()
          ^^^^^^^^^^^ flagged high
          try handle.write(contentsOf: line)
          lock.unlock()
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The suspended call may be cancelled while the mutex is held",
      """
      import kotlinx.coroutines.sync.Mutex

      class Cache(private val source: Source) {
          private val mutex = Mutex()

          suspend fun refresh(key: String) {
              mutex.lock()
              ^^^^^^^^^^^^ flagged
              entries[key] = source.fetchRemote(key)
              mutex.unlock()
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "The guard of a thread's lock is held across an await",
      """
      use std::sync::Mutex;

      struct Cache {
          entries: Mutex<Vec<Entry>>,
      }

      impl Cache {
          async fn refresh(&self, id: u64) -> Result<(), Error> {
              let mut entries = self.entries.lock().unwrap();
                                ^^^^^^^^^^^^^^^^^^^ flagged high
              let entry = fetch(id).await?;
              entries.push(entry);
              Ok(())
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "The guard is dropped where it is made",
      """
      use std::sync::Mutex;

      static ORDER: Mutex<()> = Mutex::new(());

      fn append(line: &str) {
          let _ = ORDER.lock();
                  ^^^^^^^^^^^^ flagged
          write_line(line);
      }
      """
    ),
    RuleExample(
      "ruby",
      "Without ensure",
      """
      class Registry
        def initialize
          @mutex = Mutex.new
          @entries = {}
        end

        def register(name, path)
          @mutex.lock
          ^^^^^^^^^^^ flagged
          @entries[name] = load_entry(path)
          @mutex.unlock
        end
      end
      """
    ),
    RuleExample(
      "php",
      "The lock of the file is kept on the way out",
      """
      <?php

      final class Counter
      {
          public function next(string $path): int
          {
              $file = fopen($path, 'c+');
              flock($file, LOCK_EX);
              ^^^^^^^^^^^^^^^^^^^^^ flagged high
              $value = (int) fgets($file);
              if ($value < 0) {
                  return 0;
              }
              flock($file, LOCK_UN);
              fclose($file);
              return $value + 1;
          }
      }
      """
    ),
    RuleExample(
      "javascript",
      "No time ends the lock",
      """
      import Redis from "ioredis";

      const redis = new Redis();

      export async function runOnce(job) {
        const lockKey = `lock:${job.name}`;
        const taken = await redis.set(lockKey, "1", "NX");
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        if (!taken) return;
        await job.run();
        await redis.del(lockKey);
      }
      """
    ),
    RuleExample(
      "typescript",
      "The mutex is given back only when the upload goes well",
      """
      import { Mutex } from "async-mutex";

      const mutex = new Mutex();

      export async function publish(client: Client, file: string): Promise<void> {
        const release = await mutex.acquire();
                              ^^^^^^^^^^^^^^^ flagged
        await client.upload(file);
        release();
      }
      """
    ),
  ]
}
