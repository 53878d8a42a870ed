extension UnguardedSharedWrite {
  static let bareExamples: [RuleExample] = [
    RuleExample(
      "go",
      "At the top of the file, under a lock in all other functions",
      """
      package routes

      import "sync"

      var (
      	tableMu sync.RWMutex
      	table   = map[string]string{}
      )

      func Add(name, target string) {
      	tableMu.Lock()
      	defer tableMu.Unlock()
      	table[name] = target
      }

      func Remove(name string) {
      	tableMu.Lock()
      	defer tableMu.Unlock()
      	delete(table, name)
      }

      func Find(name string) string {
      	return table[name]
              ^^^^^^^^^^^ unverified
      }
      """
    ),
    RuleExample(
      "python",
      "A module's own list",
      """
      import threading

      _lock = threading.Lock()
      _waiting = []

      def join(client):
          with _lock:
              _waiting.append(client)

      def leave(client):
          with _lock:
              _waiting.remove(client)

      def first():
          return _waiting[0]
                 ^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "java",
      "A lock that nothing takes",
      """
      import java.util.concurrent.locks.ReentrantLock;

      class Meter {
          private final ReentrantLock lock = new ReentrantLock();
          private long sum;

          void add(long value) {
              sum += value;
              ^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "Looked at, then locked and looked at again",
      """
      public class Settings
      {
          private readonly object _valuesLock = new object();
          private Values _values;

          public Values Load()
          {
              if (_values is null)
              {
                  lock (_valuesLock)
                  {
                      if (_values is null)
                      {
                          _values = Read();
                      }
                  }
              }

              return _values;
          }
      }
      """
    ),
    RuleExample(
      "java",
      "Looked at twice, and no lock in between",
      """
      class Settings {
          private volatile Values values;

          Values load() {
              if (values == null) {
                  if (values == null) {
                      values = read();
                      ^^^^^^^^^^^^^^^ unverified
                  }
              }
              return values;
          }
      }
      """
    ),
    RuleExample(
      "java",
      "One for all, made where it is first asked for",
      """
      class Registry {
          private static Registry instance;

          static Registry get() {
              if (instance == null) {
                  instance = new Registry();
                  ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
              }
              return instance;
          }
      }
      """
    ),
    RuleExample(
      "java",
      "One for all, made under the lock of the type",
      """
      class Registry {
          private static Registry instance;

          static synchronized Registry get() {
              if (instance == null) {
                  instance = new Registry();
              }
              return instance;
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "An object that others lock before they use it",
      """
      public class Lobby
      {
          public void Join(Room room, Player player)
          {
              lock (room)
              {
                  room.Add(player);
              }
          }

          public void Leave(Room room, Player player)
          {
              room.Drop(player);
              ^^^^^^^^^^^^^^^^^ unverified
          }
      }
      """
    ),
    RuleExample(
      "go",
      "A function that is kept runs when the lock is given back",
      """
      package pool

      import "sync"

      type Pool struct {
      	mu   sync.Mutex
      	open map[string]bool
      }

      func (p *Pool) Take(name string) func() {
      	p.mu.Lock()
      	defer p.mu.Unlock()
      	p.open[name] = true
       ^^^^^^^^^^^^ checked
      	free := func() {
      		p.open[name] = false
        ^^^^^^^^^^^^ flagged medium
      	}
      	return free
      }

      func (p *Pool) Has(name string) bool {
      	p.mu.Lock()
      	defer p.mu.Unlock()
      	return p.open[name]
      }
      """
    ),
  ]
}
