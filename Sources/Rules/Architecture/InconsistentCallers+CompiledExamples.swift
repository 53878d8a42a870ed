/// Three who hold the lock where they call what changes the shelf.
private let goShelves = [
  "shop/shelf.go": """
  package shop

  import "sync"

  type Shelf struct {
  	mu    sync.Mutex
  	items []string
  	total int
  }

  func (s *Shelf) recount() {
  	s.total = len(s.items)
  }

  func (s *Shelf) Put(item string) {
  	s.mu.Lock()
  	defer s.mu.Unlock()
  	s.items = append(s.items, item)
  	s.recount()
  }

  func (s *Shelf) Clear() {
  	s.mu.Lock()
  	defer s.mu.Unlock()
  	s.items = nil
  	s.recount()
  }

  func (s *Shelf) Swap(items []string) {
  	s.mu.Lock()
  	defer s.mu.Unlock()
  	s.items = items
  	s.recount()
  }
  """
]

private let goLedger = [
  "shop/ledger.go": """
  package shop

  import "errors"

  func Book(amount int) (int, error) {
  	if amount <= 0 {
  		return 0, errors.New("no amount")
  	}
  	return amount, nil
  }

  func Sell(price int) error {
  	booked, err := Book(price)
  	if err != nil {
  		return err
  	}
  	print(booked)
  	return nil
  }

  func Refund(price int) error {
  	if _, err := Book(-price); err != nil {
  		return err
  	}
  	return nil
  }

  func Tip(amount int) int {
  	booked, err := Book(amount)
  	if err != nil {
  		return 0
  	}
  	return booked
  }
  """
]

let inconsistentCallersCompiled: [RuleExample] = [
  RuleExample(
    "go",
    "The others hold the lock",
    path: "shop/night.go",
    others: goShelves,
    """
    package shop

    func (s *Shelf) Nightly() {
    	s.recount()
     ^^^^^^^^^^^ flagged medium
    }

    func (s *Shelf) Replace(items []string) {
    	s.mu.Lock()
    	defer s.mu.Unlock()
    	s.items = items
    	s.recount()
     ^^^^^^^^^^^ checked
    }
    """
  ),
  RuleExample(
    "go",
    "Its name says that the caller holds the lock",
    path: "shop/night.go",
    others: goShelves,
    """
    package shop

    func (s *Shelf) nightlyLocked() {
    	s.recount()
    }
    """
  ),
  RuleExample(
    "go",
    "It is called under the lock",
    path: "shop/night.go",
    others: goShelves,
    """
    package shop

    func (s *Shelf) settle() {
    	s.recount()
     ^^^^^^^^^^^ unverified
    }

    func (s *Shelf) Close() {
    	s.mu.Lock()
    	defer s.mu.Unlock()
    	s.settle()
    }
    """
  ),
  RuleExample(
    "go",
    "The others take the error",
    path: "shop/tips.go",
    others: goLedger,
    """
    package shop

    func Bonus(amount int) int {
    	booked, _ := Book(amount)
                  ^^^^^^^^^^^^ flagged medium
    	return booked
    }
    """
  ),
  RuleExample(
    "java",
    "The others hold the monitor",
    path: "shop/Shelf.java",
    others: ["shop/Desk.java": "class Desk {}"],
    """
    package shop;

    public class Shelf {
      private final Object gate = new Object();
      private int total;

      void recount(int change) {
        total += change;
      }

      public void put(int count) {
        synchronized (gate) {
          recount(count);
          ^^^^^^^^^^^^^^ checked
        }
      }

      public void take(int count) {
        synchronized (gate) {
          recount(-count);
          ^^^^^^^^^^^^^^^ checked
        }
      }

      public void clear() {
        synchronized (gate) {
          recount(-total);
          ^^^^^^^^^^^^^^^ checked
        }
      }

      public void reset(int count) {
        recount(count);
        ^^^^^^^^^^^^^^ flagged medium
      }
    }
    """
  ),
  RuleExample(
    "csharp",
    "The others hold the lock",
    path: "Shop/Shelf.cs",
    others: ["Shop/Desk.cs": "class Desk {}"],
    """
    public class Shelf
    {
        private readonly object gate = new object();
        private int total;

        private void Recount(int change)
        {
            total += change;
        }

        public void Put(int count)
        {
            lock (gate)
            {
                Recount(count);
                ^^^^^^^^^^^^^^ checked
            }
        }

        public void Take(int count)
        {
            lock (gate)
            {
                Recount(-count);
                ^^^^^^^^^^^^^^^ checked
            }
        }

        public void Clear()
        {
            lock (gate)
            {
                Recount(-total);
                ^^^^^^^^^^^^^^^ checked
            }
        }

        public void Reset(int count)
        {
            Recount(count);
            ^^^^^^^^^^^^^^ flagged medium
        }
    }
    """
  ),
  RuleExample(
    "kotlin",
    "The others hold the lock",
    path: "shop/Shelf.kt",
    others: ["shop/Desk.kt": "class Desk"],
    """
    package shop

    import java.util.concurrent.locks.ReentrantLock
    import kotlin.concurrent.withLock

    class Shelf {
        private val lock = ReentrantLock()
        private var total = 0

        private fun recount(change: Int) {
            total += change
        }

        fun put(count: Int) {
            lock.withLock { recount(count) }
                            ^^^^^^^^^^^^^^ checked
        }

        fun take(count: Int) {
            lock.withLock { recount(-count) }
                            ^^^^^^^^^^^^^^^ checked
        }

        fun clear() {
            lock.withLock { recount(-total) }
                            ^^^^^^^^^^^^^^^ checked
        }

        fun reset(count: Int) {
            recount(count)
            ^^^^^^^^^^^^^^ flagged medium
        }
    }
    """
  ),
  RuleExample(
    "swift",
    "The others hold the lock",
    path: "Sources/Shop/Shelf.swift",
    others: ["Sources/Shop/Desk.swift": "struct Desk {}"],
    """
    import Foundation

    final class Shelf {
      private let lock = NSLock()
      private var total = 0

      private func recount(_ change: Int) {
        total += change
      }

      func put(_ count: Int) {
        lock.lock()
        defer { lock.unlock() }
        recount(count)
        ^^^^^^^^^^^^^^ checked
      }

      func take(_ count: Int) {
        lock.lock()
        defer { lock.unlock() }
        recount(-count)
        ^^^^^^^^^^^^^^^ checked
      }

      func clear() {
        lock.lock()
        defer { lock.unlock() }
        recount(-total)
        ^^^^^^^^^^^^^^^ checked
      }

      func reset(_ count: Int) {
        recount(count)
        ^^^^^^^^^^^^^^ flagged medium
      }
    }
    """
  ),
  RuleExample(
    "rust",
    "The others take the error",
    path: "src/tips.rs",
    others: ["src/desk.rs": "pub struct Desk;"],
    """
    use std::io;

    fn book(amount: i64) -> Result<i64, io::Error> {
        if amount <= 0 {
            return Err(io::Error::other("no amount"));
        }
        Ok(amount)
    }

    pub fn sell(price: i64) -> Result<(), io::Error> {
        book(price)?;
        ^^^^^^^^^^^ checked
        Ok(())
    }

    pub fn refund(price: i64) -> Result<(), io::Error> {
        book(-price)?;
        ^^^^^^^^^^^^ checked
        Ok(())
    }

    pub fn lend(price: i64) -> Result<i64, io::Error> {
        book(price)
        ^^^^^^^^^^^ checked
    }

    pub fn tip(amount: i64) {
        book(amount);
        ^^^^^^^^^^^^ flagged medium
    }
    """
  ),
]
