import Synchronization

/// One line on a terminal that says how far a long piece of work is; nothing for work under a second, nothing elsewhere.
final class ProgressLine: Sendable {
  private struct State {
    var shownAt: ContinuousClock.Instant?
  }

  private let started = ContinuousClock().now
  private let isShown = Output.errorIsTerminal
  private let state = Mutex(State())

  /// Called from any thread.
  func update(done: Int, of count: Int) {
    guard isShown else { return }
    let now = ContinuousClock().now
    guard now - started > .seconds(1) else { return }
    state.withLock { state in
      if let shownAt = state.shownAt, now - shownAt < .milliseconds(100) { return }
      state.shownAt = now
      Output.error("\r\u{1b}[2K\(done) of \(count) files")
    }
  }

  func clear() {
    state.withLock { state in
      if state.shownAt != nil { Output.error("\r\u{1b}[2K") }
    }
  }
}
