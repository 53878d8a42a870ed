/// What the names of constructs say about what they keep off.
enum SafeguardNames {
  /// What a scope, a decorator, a call around others is, by the words of its name.
  ///
  /// - Parameter words: of its last part, then of what that hangs on.
  static func kind(_ words: [String]) -> Safeguard.Kind? {
    for word in words {
      if let kind = kinds[word] { return kind }
    }
    for (first, second) in zip(words, words.dropFirst()) {
      if let kind = pairs[first + " " + second] { return kind }
    }
    return nil
  }

  private static let kinds: [String: Safeguard.Kind] = [
    "lock": .lock, "mutex": .lock, "semaphore": .lock, "sem": .lock, "synchronized": .lock, "synchronize": .lock,
    "synchronised": .lock, "exclusive": .lock, "exclusively": .lock, "rlock": .lock, "rwlock": .lock, "locked": .lock,
    "locking": .lock, "mu": .lock, "redlock": .lock, "flock": .lock, "locker": .lock,
    "transaction": .transaction, "transactional": .transaction, "atomic": .transaction, "atomically": .transaction,
    "transactionally": .transaction, "transact": .transaction, "tx": .transaction, "txn": .transaction,
    "timeout": .limit, "timeouts": .limit, "deadline": .limit, "timelimiter": .limit,
    "breaker": .breaker, "circuit": .breaker, "circuitbreaker": .breaker, "hystrix": .breaker,
    "bulkhead": .bulkhead,
    "limiter": .rate, "throttle": .rate, "throttled": .rate, "throttler": .rate, "throttling": .rate,
    "ratelimit": .rate, "ratelimiter": .rate, "ratelimited": .rate, "limits": .rate,
    "retry": .retry, "retries": .retry, "retrying": .retry, "retryable": .retry, "retrier": .retry, "backoff": .retry,
    "resilient": .retry,
    "fallback": .fallback, "fallbacks": .fallback,
    "cached": .cache, "cacheable": .cache, "memoize": .cache, "memoized": .cache, "memoise": .cache,
  ]
  private static let pairs: [String: Safeguard.Kind] = [
    "critical section": .lock, "rate limit": .rate, "rate limited": .rate, "time limit": .limit, "fail after": .limit,
    "move on": .limit, "cancel after": .limit, "lru cache": .cache, "unit of": .transaction, "read lock": .lock,
    "time out": .limit,
  ]

  /// A label or a member that says how long to wait at most.
  static func isTimeLimit(_ words: [String]) -> Bool {
    if words.contains(where: { timeWords.contains($0) }) { return true }
    return zip(words, words.dropFirst()).contains { timePairs.contains($0 + " " + $1) }
  }

  private static let timeWords: Set<String> = ["timeout", "timeouts", "deadline", "timeoutinterval", "timeoutms"]
  private static let timePairs: Set<String> = ["time limit", "max wait", "time out", "wait time", "time outs"]

  /// A label that says what a repeat is known by.
  static func isKey(_ words: [String]) -> Bool {
    words.contains { ["idempotency", "idempotent", "idempotence", "deduplication", "dedup", "dedupe"].contains($0) }
  }

  /// A label that says how often at most.
  static func isTryLimit(_ words: [String]) -> Bool {
    let text = words.joined(separator: " ")
    return tryLimits.contains(text)
  }

  private static let tryLimits: Set<String> = [
    "max attempts", "max retries", "max tries", "attempts", "retries", "tries", "max retry", "retry limit",
    "retry count",
    "max retry attempts", "max attempt", "num retries", "retry attempts", "number of retries", "attempt limit",
  ]

  /// A label that says how many at once.
  static func isPoolBound(_ words: [String]) -> Bool { poolBounds.contains(words.joined(separator: " ")) }

  private static let poolBounds: Set<String> = [
    "max connections", "pool size", "max pool size", "max overflow", "max concurrency", "concurrency",
    "concurrency limit",
    "max open conns", "max conns", "maximum pool size", "connection limit", "max workers", "max concurrent calls",
    "max concurrent", "max parallelism", "max degree of parallelism", "permits", "limit for period", "high water mark",
    "max queue size", "maxsize",
  ]

  /// A label of what a record must still be.
  static func isVersion(_ words: [String]) -> Bool { versions.contains(words.joined(separator: " ")) }

  private static let versions: Set<String> = [
    "lock version", "row version", "rowversion", "if match", "etag", "expected version", "if version",
    "optimistic lock",
    "if generation match", "if metageneration match", "if unmodified since", "expected revision", "if seq no",
  ]

  /// Calls that change a number in one step.
  static func isStep(_ words: [String]) -> Bool {
    let text = words.joined(separator: " ")
    return steps.contains(text)
  }

  private static let steps: Set<String> = [
    "increment", "decrement", "increment and get", "get and increment", "decrement and get", "add and get",
    "get and add", "fetch add", "fetch sub", "increment counter", "update counters", "increment!", "decrement!",
    "add int64", "add int32", "add uint64", "add uint32", "interlocked increment", "wrapping increment", "incr", "decr",
    "incrby", "hincrby", "compare and set", "compare exchange", "compare and swap", "compare and exchange",
    "decrement counter", "incr by", "increment each",
  ]

  /// Keys of updates that change a number in one step.
  static let stepKeys: Set<String> = ["$inc", "$mul", "increment", "decrement"]

  /// Calls and members that lock the rows of a query.
  static func locksRows(_ name: String) -> Bool {
    let words = NameReading.words(name)
    return zip(words, words.dropFirst()).contains { $0 == "for" && $1 == "update" }
      || ["lockforupdate", "sharedlock", "setlock", "setlockmode", "withlock!", "lock!"].contains(name.lowercased())
      || words == ["for", "no", "key", "update"]
  }

  /// A call that takes a lock or gives one back, and can hardly be anything else.
  static func turnsKey(_ last: Substring) -> Bool {
    ["lock", "unlock", "rlock", "runlock", "trylock", "acquire", "release"].contains(last.lowercased())
  }

  /// Calls that take a lock and give it back later.
  static let takes: Set<String> = [
    "lock", "Lock", "RLock", "acquire", "Acquire", "WaitAsync", "Wait", "WaitOne", "Enter", "lockInterruptibly",
    "writeLock", "readLock", "LockAsync", "AcquireAsync", "wait", "enter", "lock_exclusive", "flock", "Lock_",
    "tryLock", "try_lock", "TryEnter", "acquireLock", "acquire_lock",
  ]
  /// Calls that give a lock back.
  static let gives: Set<String> = [
    "unlock", "Unlock", "RUnlock", "release", "Release", "Exit", "exit", "signal", "leave", "releaseLock", "unlockAll",
    "release_lock", "ReleaseMutex", "Dispose", "DisposeAsync",
  ]
}
