import Glibc
import Synchronization

/// Threads with a stack of a known size: parsing and lowering recurse, and how far a library's own threads let them is
/// nobody's promise.
package enum Threads {
  /// In bytes.
  private static let stackSize = 64 << 20

  /// Runs a body on a thread of its own, and waits for it.
  ///
  /// - Returns: false where no thread could be made; the body did not run then.
  @discardableResult
  package static func run(_ bodies: [@Sendable () -> Void]) -> Bool {
    var handles: [pthread_t] = []
    var isComplete = true
    for body in bodies {
      if let handle = start(body) { handles.append(handle) } else { isComplete = false }
    }
    for handle in handles { pthread_join(handle, nil) }
    return isComplete
  }

  /// Starts a thread that nobody waits for.
  @discardableResult
  package static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let handle = start(body) else { return false }
    pthread_detach(handle)
    return true
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let box = Unmanaged.passRetained(Body(body))
    var handle = pthread_t()
    let status = pthread_create(
      &handle,
      &attributes,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      },
      box.toOpaque()
    )
    guard status == 0 else {
      box.release()
      return nil
    }
    return handle
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Turns each item into a result, on as many threads as asked for, the results in the order of the items.
  ///
  /// - Parameter finished: called after each item, from any thread, with how many are done.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    threads: Int = cores,
    finished: @escaping @Sendable (Int) -> Void = { _ in },
    _ transform: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let queue = Queue<Result>(count: items.count)
    let work: @Sendable () -> Void = {
      while let index = queue.next() {
        finished(queue.put(transform(items[index]), at: index))
      }
    }
    let isComplete = run(Array(repeating: work, count: max(1, min(threads, items.count))))
    // Not a single thread to be had: then here.
    if !isComplete { work() }
    return queue.results
  }

  private final class Queue<Result: Sendable>: Sendable {
    private struct State {
      var next = 0
      var done = 0
      var results: [Result?]
    }
    private let state: Mutex<State>
    private let count: Int

    init(count: Int) {
      self.count = count
      state = Mutex(State(results: Array(repeating: nil, count: count)))
    }

    func next() -> Int? {
      state.withLock { state in
        guard state.next < count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func put(_ result: Result, at index: Int) -> Int {
      state.withLock { state in
        state.results[index] = result
        state.done += 1
        return state.done
      }
    }

    var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }
  }

  /// How many threads can run at once here.
  package static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
