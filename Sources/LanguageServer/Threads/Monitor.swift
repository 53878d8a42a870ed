import Glibc

/// A value that threads share, and that they can wait on without polling.
///
/// Unchecked, because the compiler cannot see that the lock guards the value: nothing reaches it but `body` below.
final class Monitor<Value>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // Not the wall clock: that jumps when somebody sets it.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Changes the value and wakes whoever waits.
  func update<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Waits until `take` gives something.
  ///
  /// - Returns: nil only when the deadline passes first.
  func wait<Result>(
    until deadline: SuspendingClock.Instant? = nil,
    _ take: (inout Value) -> Result?
  ) -> Result? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = take(&value) { return result }
      guard let deadline else {
        pthread_cond_wait(condition, mutex)
        continue
      }
      let left = SuspendingClock.now.duration(to: deadline)
      guard left > .zero else { return nil }
      var end = timespec(in: left)
      pthread_cond_timedwait(condition, mutex, &end)
    }
  }
}

extension timespec {
  /// So far from now, by the clock that conditions wait on.
  fileprivate init(in duration: Duration) {
    self.init()
    clock_gettime(CLOCK_MONOTONIC, &self)
    let (seconds, attoseconds) = duration.components
    tv_sec += Int(min(seconds, 1_000_000_000))
    tv_nsec += Int(attoseconds / 1_000_000_000)
    if tv_nsec >= 1_000_000_000 {
      tv_sec += 1
      tv_nsec -= 1_000_000_000
    }
  }
}
