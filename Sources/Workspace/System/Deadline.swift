import Glibc

/// The moment by which something must be done. Time that the machine sleeps does not count.
struct Deadline {
  private let end: SuspendingClock.Instant

  init(after duration: Duration) {
    end = SuspendingClock.now + duration
  }

  var isPast: Bool { SuspendingClock.now >= end }

  /// What is left, rounded up to a millisecond, as `poll` wants it.
  var milliseconds: Int32 {
    let left = SuspendingClock.now.duration(to: end).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    guard left.seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(left.seconds * 1_000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  /// Waits until one of some descriptors has something to say; false if the time is up first.
  func wait(for descriptors: inout [pollfd]) throws(SystemError) -> Bool {
    for index in descriptors.indices { descriptors[index].revents = 0 }
    while true {
      let left = milliseconds
      let ready = poll(&descriptors, nfds_t(descriptors.count), left)
      if ready > 0 { return true }
      if ready < 0, errno != EINTR { throw .last }
      if left == 0 { return false }
    }
  }
}
