extension UnguardedSharedWrite {
  static let examples: [RuleExample] = [
    RuleExample(
      "python",
      "Guarded in one method, and not in another",
      """
      import threading

      class Counter:
          def __init__(self):
              self._lock = threading.Lock()
              self.total = 0

          def add(self, amount):
              with self._lock:
                  self.total += amount

          def reset(self):
              self.total = 0
              ^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "Every write under the lock",
      """
      import threading

      class Counter:
          def __init__(self):
              self._lock = threading.Lock()
              self.total = 0

          def add(self, amount):
              with self._lock:
                  self.total += amount
                  ^^^^^^^^^^ checked

          def reset(self):
              with self._lock:
                  self.total = 0
                  ^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "A helper of which the callers hold the lock",
      """
      import threading

      class Pool:
          def __init__(self):
              self._lock = threading.Lock()
              self.idle = []

          def give(self, item):
              with self._lock:
                  self.idle.append(item)
                  ^^^^^^^^^^^^^^^^^^^^^^ checked
                  self._shrink()

          def take(self):
              with self._lock:
                  return self.idle.pop()
                         ^^^^^^^^^^^^^^^ checked

          def _shrink(self):
              self.idle = self.idle[-10:]
              ^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "Who calls the helper is not to be seen",
      """
      import threading

      class Pool:
          def __init__(self):
              self._lock = threading.Lock()
              self.size = 0

          def grow(self):
              with self._lock:
                  self.size += 1

          def shrink_locked(self):
              self.size -= 1
              ^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "A class that takes no lock",
      """
      class Counter:
          def __init__(self):
              self.total = 0

          def add(self, amount):
              self.total += amount
      """
    ),
    RuleExample(
      "python",
      "Threads that share nothing",
      """
      import threading

      def count(paths):
          total = 0

          def work(path):
              with open(path) as file:
                  return len(file.read())

          for path in paths:
              threading.Thread(target=work, args=(path,)).start()
          return total
      """
    ),
    RuleExample(
      "java",
      "A setter without the lock of the others",
      """
      public class Account {
        private long balance;

        public synchronized void deposit(long amount) {
          balance += amount;
          ^^^^^^^ checked
        }

        public synchronized long read() {
          return balance;
        }

        public void reset() {
          balance = 0;
          ^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Threads that add to one field",
      """
      import java.util.List;
      import java.util.concurrent.ExecutorService;

      public class Totals {
        private long total;

        public void sum(ExecutorService pool, List<Order> orders) {
          for (Order order : orders) {
            pool.submit(() -> { total += order.amount(); });
                                ^^^^^ flagged medium
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "An adder that is atomic",
      """
      import java.util.List;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.atomic.AtomicLong;

      public class Totals {
        private final AtomicLong total = new AtomicLong();

        public void sum(ExecutorService pool, List<Order> orders) {
          for (Order order : orders) {
            pool.submit(() -> total.addAndGet(order.amount()));
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "A method without the lock of the others",
      """
      import java.util.concurrent.locks.ReentrantLock
      import kotlin.concurrent.withLock

      class Counter {
          private val lock = ReentrantLock()
          private var total = 0

          fun add(amount: Int) = lock.withLock { total += amount }
                                                 ^^^^^ checked

          fun subtract(amount: Int) = lock.withLock { total -= amount }
                                                      ^^^^^ checked

          fun reset() {
              total = 0
              ^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Coroutines on many threads add to one local",
      """
      import kotlinx.coroutines.Dispatchers
      import kotlinx.coroutines.coroutineScope
      import kotlinx.coroutines.launch

      suspend fun sum(orders: List<Order>): Int {
          var total = 0
          coroutineScope {
              for (order in orders) {
                  launch(Dispatchers.Default) { total += order.weigh() }
                                                ^^^^^ flagged medium
              }
          }
          return total
      }
      """
    ),
    RuleExample(
      "kotlin",
      "One coroutine after the other",
      """
      suspend fun sum(orders: List<Order>): Int {
          var total = 0
          for (order in orders) {
              total += order.weigh()
          }
          return total
      }
      """
    ),
    RuleExample(
      "go",
      "A method without the mutex of the others",
      """
      package stats

      import "sync"

      type Counter struct {
          mu    sync.Mutex
          total int
      }

      func (c *Counter) Add(n int) {
          c.mu.Lock()
          defer c.mu.Unlock()
          c.total += n
          ^^^^^^^ checked
      }

      func (c *Counter) Total() int {
          c.mu.Lock()
          defer c.mu.Unlock()
          return c.total
      }

      func (c *Counter) Reset() {
          c.total = 0
          ^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "go",
      "Goroutines that add to one variable",
      """
      package stats

      import "sync"

      func sum(orders []Order) int {
          total := 0
          var group sync.WaitGroup
          for _, order := range orders {
              group.Add(1)
              go func(order Order) {
                  defer group.Done()
                  total += order.Weight()
                  ^^^^^ flagged medium
              }(order)
          }
          group.Wait()
          return total
      }
      """
    ),
    RuleExample(
      "go",
      "Goroutines that take a mutex",
      """
      package stats

      import "sync"

      func sum(orders []Order) int {
          total := 0
          var mu sync.Mutex
          var group sync.WaitGroup
          for _, order := range orders {
              group.Add(1)
              go func(order Order) {
                  defer group.Done()
                  weight := order.Weight()
                  mu.Lock()
                  total += weight
                  ^^^^^ checked
                  mu.Unlock()
              }(order)
          }
          group.Wait()
          return total
      }
      """
    ),
    RuleExample(
      "go",
      "A slot for each goroutine",
      """
      package stats

      import "sync"

      func weigh(orders []Order) []int {
          weights := make([]int, len(orders))
          var group sync.WaitGroup
          for i, order := range orders {
              group.Add(1)
              go func(i int, order Order) {
                  defer group.Done()
                  weights[i] = order.Weight()
              }(i, order)
          }
          group.Wait()
          return weights
      }
      """
    ),
    RuleExample(
      "csharp",
      "A method without the lock of the others",
      """
      public class Counter
      {
          private readonly object _gate = new object();
          private int _total;

          public void Add(int amount)
          {
              lock (_gate) { _total += amount; }
                             ^^^^^^ checked
          }

          public int Read()
          {
              lock (_gate) { return _total; }
          }

          public void Reset()
          {
              _total = 0;
              ^^^^^^ flagged high
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Threads that add to one local",
      """
      using System.Collections.Generic;
      using System.Threading.Tasks;

      public class Totals
      {
          public long Sum(List<Order> orders)
          {
              long total = 0;
              Parallel.ForEach(orders, order => { total += order.Weigh(); });
                                                  ^^^^^ flagged medium
              return total;
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Each change in one step",
      """
      using System.Collections.Generic;
      using System.Threading;
      using System.Threading.Tasks;

      public class Totals
      {
          public long Sum(List<Order> orders)
          {
              long total = 0;
              Parallel.ForEach(orders, order => { Interlocked.Add(ref total, order.Weigh()); });
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              return total;
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "A method without the lock of the others",
      """
      import Foundation

      public final class Counter {
        private let lock = NSLock()
        private var total = 0

        public func add(_ amount: Int) {
          lock.withLock { total += amount }
                          ^^^^^ checked
        }

        public func read() -> Int {
          lock.withLock { total }
        }

        public func reset() {
          total = 0
          ^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "Iterations that run at once add to one local",
      """
      import Dispatch

      func sum(_ orders: [Order]) -> Int {
        var total = 0
        DispatchQueue.concurrentPerform(iterations: orders.count) { index in
          total += orders[index].weight
          ^^^^^ flagged medium
        }
        return total
      }
      """
    ),
    RuleExample(
      "swift",
      "An actor needs no lock",
      """
      actor Counter {
        private var total = 0

        func add(_ amount: Int) { total += amount }

        func reset() { total = 0 }
      }
      """
    ),
    RuleExample(
      "rust",
      "A static that anybody may change",
      """
      static mut REQUESTS: u64 = 0;

      pub fn count() {
          unsafe {
              REQUESTS += 1;
              ^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "rust",
      "A static that changes in one step",
      """
      use std::sync::atomic::{AtomicU64, Ordering};

      static REQUESTS: AtomicU64 = AtomicU64::new(0);

      pub fn count() {
          REQUESTS.fetch_add(1, Ordering::Relaxed);
      }
      """
    ),
    RuleExample(
      "ruby",
      "A method without the mutex of the others",
      """
      class Counter
        def initialize
          @mutex = Mutex.new
          @total = 0
        end

        def add(amount)
          @mutex.synchronize { @total += amount }
                               ^^^^^^ checked
        end

        def read
          @mutex.synchronize { @total }
        end

        def reset
          @total = 0
          ^^^^^^ flagged high
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Threads that add to one local",
      """
      class Totals
        def sum(orders)
          total = 0
          threads = orders.map do |order|
            Thread.new { total += order.weigh }
                         ^^^^^ flagged medium
          end
          threads.each(&:join)
          total
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "Threads that take a mutex",
      """
      class Totals
        def sum(orders)
          total = 0
          mutex = Mutex.new
          threads = orders.map do |order|
            Thread.new do
              weight = order.weigh
              mutex.synchronize { total += weight }
                                  ^^^^^ checked
            end
          end
          threads.each(&:join)
          total
        end
      end
      """
    ),
    RuleExample(
      "java",
      "Two locks for one field",
      """
      import java.util.concurrent.locks.ReentrantLock;

      public class Ledger {
        private final ReentrantLock readLock = new ReentrantLock();
        private final ReentrantLock writeLock = new ReentrantLock();
        private long total;

        public void add(long amount) {
          writeLock.lock();
          try {
            total += amount;
            ^^^^^ checked
          } finally {
            writeLock.unlock();
          }
        }

        public void subtract(long amount) {
          writeLock.lock();
          try {
            total -= amount;
            ^^^^^ checked
          } finally {
            writeLock.unlock();
          }
        }

        public void reset() {
          readLock.lock();
          try {
            total = 0;
            ^^^^^ unverified
          } finally {
            readLock.unlock();
          }
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A map that guards itself",
      """
      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;
      import java.util.concurrent.locks.ReentrantLock;

      public class Index {
        private final ConcurrentHashMap<String, Node> byId;
        private final ReentrantLock lock = new ReentrantLock();

        public Index(int size) {
          this.byId = new ConcurrentHashMap<>(size);
        }

        public void clear() {
          lock.lock();
          try {
            byId.clear();
          } finally {
            lock.unlock();
          }
        }

        public void remove(String id) {
          byId.remove(id);
        }
      }
      """
    ),
    RuleExample(
      "go",
      "Registered before it serves; the lock is there for the status",
      """
      package balance

      import "sync"

      type Balancer struct {
      	mu       sync.RWMutex
      	status   map[string]bool
      	updaters []func(bool)
      }

      func (b *Balancer) Register(update func(bool)) {
      	b.updaters = append(b.updaters, update)
      }

      func (b *Balancer) SetUp(name string) {
      	b.mu.Lock()
      	defer b.mu.Unlock()
      	b.status[name] = true
       ^^^^^^^^^^^^^^ checked
      	for _, update := range b.updaters {
      		update(true)
      	}
      }

      func (b *Balancer) SetDown(name string) {
      	b.mu.Lock()
      	defer b.mu.Unlock()
      	b.status[name] = false
       ^^^^^^^^^^^^^^ checked
      	for _, update := range b.updaters {
      		update(false)
      	}
      }
      """
    ),
    RuleExample(
      "csharp",
      "Set to nothing when the object ends",
      """
      using System;
      using System.Threading;

      public class Notifier : IDisposable
      {
          private readonly object _gate = new object();
          private Timer _timer;

          public void Start()
          {
              lock (_gate)
              {
                  _timer = new Timer(Tick);
                  ^^^^^^ checked
              }
          }

          public void Restart()
          {
              lock (_gate)
              {
                  _timer = new Timer(Tick);
                  ^^^^^^ checked
              }
          }

          public void Dispose()
          {
              _timer?.Dispose();
              _timer = null;
              ^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "swift",
      "The body runs under the lock that the own member takes",
      """
      import Foundation

      final class Cache {
          private let lock = NSLock()
          private var staging: [String: Data] = [:]

          func value(_ key: String) -> Data? {
              lock.withLock { staging[key] }
          }

          func flush() {
              lock.withLock { staging.removeAll() }
                              ^^^^^^^^^^^^^^^^^^^ checked
          }

          func store(_ data: Data, for key: String) {
              stage { staging.updateValue(data, forKey: key) }
          }

          private func stage(_ change: () -> Void) {
              lock.withLock { change() }
          }
      }
      """
    ),
    RuleExample(
      "go",
      "The lock itself is made here",
      """
      package shop

      import "sync"

      type Names struct {
      	mu    *sync.Mutex
      	names map[string]bool
      }

      func (n *Names) Load(all []string) {
      	n.names = make(map[string]bool)
      	n.mu = new(sync.Mutex)
      }

      func (n *Names) Add(name string) {
      	n.mu.Lock()
      	defer n.mu.Unlock()
      	n.names[name] = true
       ^^^^^^^^^^^^^ checked
      }

      func (n *Names) Remove(name string) {
      	n.mu.Lock()
      	defer n.mu.Unlock()
      	delete(n.names, name)
       ^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "java",
      "Most members touch it without the lock that one of them holds",
      """
      package shop;

      class Window {
        private long reset;

        synchronized void begin() {
          reset = System.currentTimeMillis();
        }

        boolean isOver() {
          return System.currentTimeMillis() - reset > 1000;
        }

        void renew() {
          reset = System.currentTimeMillis();
          ^^^^^ unverified
        }
      }
      """
    ),
    RuleExample(
      "java",
      "All who call it here hold the lock",
      """
      package shop;

      class Backoff {
        private int retries;

        synchronized long next() {
          retries = retries + 0;
          return delay();
        }

        long delay() {
          retries++;
          ^^^^^^^ unverified
          return Math.min(60, retries);
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "A helper of a helper, which all call under the lock",
      """
      import Foundation

      final class Store {
        private let lock = NSLock()
        private var items: [String: Data] = [:]

        func set(_ data: Data, for key: String) {
          lock.withLock {
            items[key] = data
            ^^^^^^^^^^ checked
            trim()
          }
        }

        func removeAll() {
          lock.lock()
          defer { lock.unlock() }
          items.removeAll()
          ^^^^^^^^^^^^^^^^^ checked
        }

        private func trim() {
          while items.count > 100 { drop() }
        }

        private func drop() {
          items.removeValue(forKey: "")
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "swift",
      "Helpers of one name, all called under the lock",
      """
      import Foundation

      final class Cache {
        private let lock = NSLock()
        private var items: [String: Int] = [:]

        func set(_ value: Int, for key: String) {
          lock.lock()
          defer { lock.unlock() }
          items[key] = value
          ^^^^^^^^^^ checked
          trim()
        }

        func removeAll() {
          lock.lock()
          defer { lock.unlock() }
          items.removeAll()
          ^^^^^^^^^^^^^^^^^ checked
        }

        private func trim() {
          trim(to: 100)
        }

        private func trim(to limit: Int) {
          while items.count > limit { drop() }
        }

        private func drop() {
          items.removeValue(forKey: "")
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "java",
      "A helper that calls itself, and one caller without the lock",
      """
      import java.util.HashMap;
      import java.util.Map;
      import java.util.concurrent.locks.Lock;
      import java.util.concurrent.locks.ReentrantLock;

      public class Sessions {
          private final Lock lock = new ReentrantLock();
          private final Map<String, Integer> open = new HashMap<>();

          public void close(String name) {
              lock.lock();
              try {
                  open.remove(name);
                  drop(name);
              } finally {
                  lock.unlock();
              }
          }

          public void sweep() {
              drop("idle");
          }

          private void drop(String name) {
              drop(name, null);
          }

          private void drop(String name, Exception cause) {
              open.remove(name);
              ^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
  ]
}
