extension LockLeak {
  static let checkedExamples: [RuleExample] = [
    RuleExample(
      "java",
      "Unlocked in finally",
      """
      import java.util.concurrent.locks.Lock;
      import java.util.concurrent.locks.ReentrantLock;

      class Stock {
        private final Lock lock = new ReentrantLock();

        void reserve(String item, int count) {
          lock.lock();
          ^^^^^^^^^^^ checked
          try {
            store.reserve(item, count);
          } finally {
            lock.unlock();
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Tried, and given back where it was obtained",
      """
      import java.util.concurrent.locks.ReentrantLock;

      class Sweep {
        private final ReentrantLock lock = new ReentrantLock();

        void sweep() {
          if (!lock.tryLock()) {
               ^^^^^^^^^^^^^^ checked
            return;
          }
          try {
            removeOld();
          } finally {
            lock.unlock();
          }
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Deferred",
      """
      package stock

      import "sync"

      type Stock struct {
          mu    sync.Mutex
          items map[string]int
      }

      func (s *Stock) Count(item string) int {
          s.mu.Lock()
          ^^^^^^^^^^^ checked
          defer s.mu.Unlock()
          return s.items[item]
      }
      """
    ),
    RuleExample(
      "go",
      "Straight on: nothing may leave in between",
      """
      package stock

      import "sync"

      type Stock struct {
          mu    sync.Mutex
          items map[string]int
      }

      func (s *Stock) Put(item string, count int) {
          s.mu.Lock()
          ^^^^^^^^^^^ checked
          s.items[item] += count
          s.mu.Unlock()
      }
      """
    ),
    RuleExample(
      "python",
      "Held by a scope",
      """
      import threading

      class Counter:
          def __init__(self):
              self.lock = threading.Lock()

          def add(self, key):
              with self.lock:
                   ^^^^^^^^^ checked
                  self.values[key] = self.values.get(key, 0) + 1
      """
    ),
    RuleExample(
      "csharp",
      "Released in finally",
      """
      using System.Threading;
      using System.Threading.Tasks;

      public class Gate
      {
          private readonly SemaphoreSlim gate = new SemaphoreSlim(1);

          public async Task Send(Message message)
          {
              await gate.WaitAsync();
                    ^^^^^^^^^^^^^^^^ checked
              try
              {
                  await Deliver(message);
              }
              finally
              {
                  gate.Release();
              }
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "defer",
      """
      import Foundation

      final class Journal {
        private let lock = NSLock()
        private var lines: [Data] = []

        func append(_ line: Data) throws {
          lock.lock()
          ^^^^^^^^^^^ checked
          defer { lock.unlock() }
          lines.append(try encode(line))
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "withLock",
      """
      import kotlinx.coroutines.sync.Mutex
      import kotlinx.coroutines.sync.withLock

      class Cache(private val source: Source) {
          private val mutex = Mutex()

          suspend fun refresh(key: String) {
              mutex.withLock { entries[key] = source.fetchRemote(key) }
              ^^^^^ checked
          }
      }
      """
    ),
    RuleExample(
      "ruby",
      "synchronize",
      """
      class Registry
        def initialize
          @mutex = Mutex.new
        end

        def register(name, path)
          @mutex.synchronize { @entries[name] = path }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        end
      end
      """
    ),
    RuleExample(
      "javascript",
      "A time ends it, and a script looks whose it is",
      """
      import Redis from "ioredis";

      const redis = new Redis();

      export async function runOnce(job, token) {
        const lockKey = `lock:${job.name}`;
        const taken = await redis.set(lockKey, token, "PX", 30000, "NX");
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        if (!taken) return;
        try {
          await job.run();
        } finally {
          await redis.eval(RELEASE, 1, lockKey, token);
        }
      }
      """
    ),
    RuleExample(
      "typescript",
      "Given back in finally",
      """
      import { Mutex } from "async-mutex";

      const mutex = new Mutex();

      export async function publish(client: Client, file: string): Promise<void> {
        const release = await mutex.acquire();
                              ^^^^^^^^^^^^^^^ checked
        try {
          await client.upload(file);
        } finally {
          release();
        }
      }
      """
    ),
    RuleExample(
      "php",
      "Unlocked in finally",
      """
      <?php

      final class Counter
      {
          public function next($file): int
          {
              flock($file, LOCK_EX);
              ^^^^^^^^^^^^^^^^^^^^^ checked
              try {
                  return $this->read($file) + 1;
              } finally {
                  flock($file, LOCK_UN);
              }
          }
      }
      """
    ),
    RuleExample(
      "java",
      "The lock of a lock that came from outside",
      """
      import java.util.concurrent.locks.ReentrantReadWriteLock;

      public class Switches {
        private final ReentrantReadWriteLock raftLock;

        public Switches() {
          this.raftLock = new ReentrantReadWriteLock();
        }

        public void load(String path) {
          this.raftLock.writeLock().lock();
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          try {
            read(path);
          } finally {
            this.raftLock.writeLock().unlock();
          }
        }
      }
      """
    ),
  ]
}
