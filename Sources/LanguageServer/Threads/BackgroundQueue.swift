import Workspace

/// A thread that does one thing after the other, so that the state thread need not wait for it.
final class BackgroundQueue: Sendable {
  private struct Queue {
    var jobs: [@Sendable () -> Void] = []
    var isStarted = false
    var isStopped = false
  }

  private let queue = Monitor(Queue())

  /// Runs a job when those before it are done. Not after `stop`.
  func run(_ job: @escaping @Sendable () -> Void) {
    let isFirst = queue.update { queue in
      defer { queue.isStarted = true }
      queue.jobs.append(job)
      return !queue.isStarted
    }
    guard isFirst else { return }
    let isStarted = Threads.detach { [queue] in
      while let job = queue.wait(Self.next) ?? nil { job() }
    }
    guard !isStarted else { return }
    // Not a thread to be had: then here, whoever has to wait for it.
    let jobs = queue.update { queue in
      defer { queue = Queue() }
      return queue.jobs
    }
    for job in jobs { job() }
  }

  /// The thread ends after the job that it is at.
  func stop() {
    queue.update { $0.isStopped = true }
  }

  /// Nil while there is nothing to do, `.some(nil)` when there never will be.
  private static func next(_ queue: inout Queue) -> (@Sendable () -> Void)?? {
    if queue.isStopped { return .some(nil) }
    return queue.jobs.isEmpty ? nil : .some(queue.jobs.removeFirst())
  }
}
