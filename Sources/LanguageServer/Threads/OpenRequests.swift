import LanguageServerProtocol
import Synchronization

/// The client's requests that wait for an answer, and which of them it no longer wants answered. The reading thread
/// writes it down at once, so that a request is given up however many messages wait before the cancellation.
final class OpenRequests: Sendable {
  private let cancelled = Mutex<[RequestID: Bool]>([:])

  func opened(_ id: RequestID) {
    cancelled.withLock { $0[id] = false }
  }

  /// Does nothing for a request that has been answered.
  func cancel(_ id: RequestID) {
    cancelled.withLock { if $0[id] != nil { $0[id] = true } }
  }

  func isCancelled(_ id: RequestID) -> Bool {
    cancelled.withLock { $0[id] ?? false }
  }

  /// - Returns: false when it was answered before.
  func answered(_ id: RequestID) -> Bool {
    cancelled.withLock { $0.removeValue(forKey: id) != nil }
  }
}
