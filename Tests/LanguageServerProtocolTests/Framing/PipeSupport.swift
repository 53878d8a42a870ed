import JSONText
import LanguageServerProtocol
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Both ends of a pipe of the system, closed at the end of the test.
final class Pipe: Sendable {
  let input: Int32
  let output: Int32
  private let isOutputOpen = Mutex(true)

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    (input, output) = (ends[0], ends[1])
  }

  func closeOutput() {
    isOutputOpen.withLock { isOpen in
      if isOpen { close(output) }
      isOpen = false
    }
  }

  func write(_ text: String) {
    var bytes = Array(text.utf8)
    #expect(systemWrite(output, &bytes, bytes.count) == bytes.count)
  }

  func doNotWait(_ descriptor: Int32) {
    #expect(fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0)
  }

  deinit {
    closeOutput()
    close(input)
  }
}

struct Ping: ServerNotification {
  static let method = "ping"
  var text: String

  func write(to writer: inout JSONWriter) { writer.object { $0.field("text", text) } }
}

func onThread(_ work: @escaping @Sendable () -> Void) async {
  await withCheckedContinuation { continuation in
    let task = Mutex<(@Sendable () -> Void)?>(work)
    spawn {
      task.withLock { $0.take() }?()
      continuation.resume()
    }
  }
}

/// A thread that may wait for the system without keeping a task from running.
private func spawn(_ work: @escaping @Sendable () -> Void) {
  final class Box {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(work)).toOpaque()
  pthread_create(
    &thread,
    nil,
    { argument in
      if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
      return nil
    },
    box
  )
  pthread_detach(thread)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Threads that are disturbed by a signal while they wait for the system.
final class SignalledThreads: Sendable {
  private let threads = Mutex<[pthread_t]>([])

  init() {
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    // Without SA_RESTART: the system call ends.
    action.__sigaction_handler.sa_handler = { _ in }
    #expect(sigaction(SIGUSR1, &action, nil) == 0)
  }

  var isEmpty: Bool { threads.withLock(\.isEmpty) }

  /// Runs `body` on this thread with signals let through (the test runner blocks them), and stays until `stop`.
  func join(_ body: () -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGUSR1)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    threads.withLock { $0.append(pthread_self()) }
    body()
    while !isEmpty { usleep(1_000) }
  }

  func disturb() {
    threads.withLock { for thread in $0 { pthread_kill(thread, SIGUSR1) } }
  }

  func stop() { threads.withLock { $0.removeAll() } }
}
