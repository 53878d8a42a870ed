extension RemovedLock {
  static let compiledExamples: [RuleExample] = [
    RuleExample(
      "go",
      "The mutex is not locked any more",
      diff: """
         package shop

         import "sync"

         type Stock struct {
         	mu       sync.Mutex
         	reserved map[string]int
         }

         func (s *Stock) Reserve(sku string, count int) {
        -	s.mu.Lock()
        -	defer s.mu.Unlock()
         	held := s.reserved[sku]
         	s.reserved[sku] = held + count
        + ^^^^^^^^^^^^^^^ flagged high
         }
        """
    ),
    RuleExample(
      "go",
      "Given back later than before",
      diff: """
         package shop

         import "sync"

         type Stock struct {
         	mu       sync.Mutex
         	reserved map[string]int
         }

         func (s *Stock) Release(sku string, count int) {
        +                ^^^^^^^ checked
         	s.mu.Lock()
        +	defer s.mu.Unlock()
         	s.reserved[sku] -= count
        -	s.mu.Unlock()
         }
        """
    ),
    RuleExample(
      "java",
      "Not synchronized any more",
      diff: """
         class Stock {
           private int reserved;

        -  synchronized void reserve(int count) {
        +  void reserve(int count) {
             this.reserved = this.reserved + count;
        +    ^^^^^^^^^^^^^ flagged high
           }
         }
        """
    ),
    RuleExample(
      "java",
      "The transaction became the method's",
      diff: """
         import org.springframework.transaction.annotation.Transactional;
         import org.springframework.transaction.support.TransactionTemplate;

         class Accounts {
           private final TransactionTemplate template;
           private final AccountRepository repository;

        +  @Transactional
           public void move(Account source, Account target, long amount) {
        +              ^^^^ checked
        -    template.executeInTransaction(() -> {
        -      source.withdraw(amount);
        -      repository.save(source);
        -      repository.save(target);
        -    });
        +    source.withdraw(amount);
        +    repository.save(source);
        +    repository.save(target);
           }
         }
        """
    ),
    RuleExample(
      "kotlin",
      "The mutex is gone",
      diff: """
         import kotlinx.coroutines.sync.Mutex
         import kotlinx.coroutines.sync.withLock

         class Stock {
           private val mutex = Mutex()
           private val reserved = mutableMapOf<String, Int>()

           suspend fun reserve(sku: String, count: Int) {
        -    mutex.withLock {
        -      val held = reserved[sku] ?: 0
        -      reserved[sku] = held + count
        -    }
        +    val held = reserved[sku] ?: 0
        +    reserved[sku] = held + count
        +    ^^^^^^^^^^^^^ flagged high
           }
         }
        """
    ),
    RuleExample(
      "kotlin",
      "A counter that was changed in one step beside what the lock held",
      diff: """
         import java.util.concurrent.atomic.AtomicInteger

         class Pool(private val capacity: Int) {
           private val lock = Any()
           private val instances = mutableListOf<Buffer>()
           private val recycled = AtomicInteger()

           fun recycle(instance: Buffer) {
        -    synchronized(lock) {
        -      recycled.incrementAndGet()
        -      if (instances.size < capacity) instances.add(instance)
        -    }
        +    recycled.incrementAndGet()
        +    ^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged
        +    if (instances.size < capacity) instances.add(instance)
           }
         }
        """
    ),
    RuleExample(
      "kotlin",
      "Only the log stands outside now",
      diff: """
         import kotlinx.coroutines.sync.Mutex
         import kotlinx.coroutines.sync.withLock

         class Stock {
           private val mutex = Mutex()
           private var total = 0

           suspend fun reserve(count: Int) {
        +              ^^^^^^^ checked
             mutex.withLock {
               total += count
        -      log.info("reserved {}", count)
             }
        +    log.info("reserved {}", count)
           }
         }
        """
    ),
    RuleExample(
      "swift",
      "The lock is not taken any more",
      diff: """
         import Foundation

         final class Stock {
           private let lock = NSLock()
           private var reserved: [String: Int] = [:]

           func reserve(_ sku: String, count: Int) {
        -    lock.lock()
        -    defer { lock.unlock() }
             let held = reserved[sku] ?? 0
             reserved[sku] = held + count
        +    ^^^^^^^^^^^^^ flagged high
           }
         }
        """
    ),
    RuleExample(
      "swift",
      "The same lock by a closure",
      diff: """
         import Foundation

         final class Stock {
           private let lock = NSLock()
           private var total = 0

           func reserve(count: Int) {
        +       ^^^^^^^ checked
        -    lock.lock()
        -    defer { lock.unlock() }
        -    total += count
        +    lock.withLock {
        +      total += count
        +    }
           }
         }
        """
    ),
    RuleExample(
      "rust",
      "The guard is not held any more",
      diff: """
         use tokio::sync::Mutex;

         pub struct Stock {
             gate: Mutex<()>,
             store: Store,
         }

         impl Stock {
             pub async fn reserve(&self, sku: &str, count: u32) -> Result<(), Error> {
        -        let _guard = self.gate.lock().await;
                 let held = self.store.load(sku).await?;
        +                   ^^^^^^^^^^^^^^^^^^^^ flagged high
                 self.store.save(sku, held + count).await?;
                 Ok(())
             }
         }
        """
    ),
    RuleExample(
      "rust",
      "Another name for the guard",
      diff: """
         use tokio::sync::Mutex;

         pub struct Stock {
             gate: Mutex<()>,
             store: Store,
         }

         impl Stock {
             pub async fn reserve(&self, sku: &str, count: u32) -> Result<(), Error> {
        +                 ^^^^^^^ checked
        -        let _guard = self.gate.lock().await;
        +        let _held = self.gate.lock().await;
                 let held = self.store.load(sku).await?;
                 self.store.save(sku, held + count).await?;
                 Ok(())
             }
         }
        """
    ),
    RuleExample(
      "csharp",
      "The semaphore is gone",
      diff: """
         using System.Threading;
         using System.Threading.Tasks;

         public class Stock
         {
             private readonly SemaphoreSlim _slots = new(1, 1);
             private readonly Store _store;
             private int _level;

             public async Task Reserve(int count)
             {
        -        await _slots.WaitAsync();
        -        try
        -        {
        -            _level -= count;
        -            await _store.SaveAsync(_level);
        -        }
        -        finally
        -        {
        -            _slots.Release();
        -        }
        +        _level -= count;
        +        await _store.SaveAsync(_level);
        +              ^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
             }
         }
        """
    ),
    RuleExample(
      "csharp",
      "The lock moved to where it is called",
      diff: """
         public class Stock
         {
             private readonly object _gate = new();
             private int _level;

             public void Reserve(int count)
             {
        -        Take(count);
        +        lock (_gate)
        +        {
        +            Take(count);
        +        }
             }

             private void Take(int count)
        +                 ^^^^ checked
             {
        -        lock (_gate)
        -        {
        -            _level -= count;
        -        }
        +        _level -= count;
             }
         }
        """
    ),
  ]
}
