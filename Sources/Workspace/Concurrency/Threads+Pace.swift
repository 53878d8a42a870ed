import Glibc

extension Threads {
  /// Lets all others go first from now on, on the calling thread alone: for work that nobody waits for.
  package static func yieldToOthers() {
    // Where the system does not allow it, the work is merely less polite.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
  }

  /// How many threads, and which share of each one's time, come to a part of the machine.
  package struct Pace: Sendable, Equatable {
    package var threads: Int
    /// From 0, without it, to 1.
    package var share: Double

    /// - Parameter part: of all cores.
    package init(part: Double, of cores: Int = Threads.cores) {
      let wanted = max(0.01, min(1, part)) * Double(max(1, cores))
      threads = max(1, Int(wanted))
      share = min(1, wanted / Double(threads))
    }
  }
}

/// Rests after work, so that a thread takes no more than its share.
struct Rest {
  private let share: Double
  private var worked = Rest.used
  /// In nanoseconds. Less than a millisecond is not worth a rest.
  private var owed = 0.0

  init(_ pace: Threads.Pace) { share = pace.share }

  /// Rests for what was worked since the last time.
  mutating func take() {
    guard share < 1 else { return }
    let now = Rest.used
    owed += Double(now &- worked) * (1 / share - 1)
    worked = now
    guard owed >= 1_000_000 else { return }
    // A clock that jumps must not put the thread to sleep for good.
    let length = min(owed, 1_000_000_000)
    owed = 0
    var time = timespec(tv_sec: Int(length / 1e9), tv_nsec: Int(length) % 1_000_000_000)
    nanosleep(&time, nil)
  }

  /// Nanoseconds that the thread has run.
  private static var used: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}
