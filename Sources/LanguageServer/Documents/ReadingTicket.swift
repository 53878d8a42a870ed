import Synchronization

/// Stands for one reading of a document in the background; tells it to stop.
final class ReadingTicket: Sendable {
  private let cancelled = Atomic(false)
  /// Whether the text is to be taken as it is, even where it knows less than was known: somebody saved it.
  let isForced: Bool

  init(isForced: Bool) { self.isForced = isForced }

  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
  func cancel() { cancelled.store(true, ordering: .relaxed) }
}
