import LanguageServerProtocol

/// What the state thread has to deal with, in the order in which it came.
enum Event: Sendable {
  case message(Message)
  /// A frame that holds no message: the client is owed an answer.
  case malformed(MalformedMessage)
  /// Something between messages.
  case misframed(FramingError)
  /// Nothing more will come from the client.
  case ended(MessageInput.End)
  /// What another thread has to say.
  case handedIn(@Sendable (Session) -> Void)
}

/// Where the other threads leave events for the state thread.
final class Inbox: Sendable {
  private struct Queue {
    var events: [Event] = []
    var first = 0

    mutating func take() -> Event? {
      guard first < events.count else { return nil }
      let event = events[first]
      first += 1
      if first == events.count {
        events.removeAll(keepingCapacity: events.capacity <= 1_024)
        first = 0
      }
      return event
    }
  }

  private let queue = Monitor(Queue())

  func put(_ event: Event) {
    queue.update { $0.events.append(event) }
  }

  /// The next event; nil when the deadline passes first.
  func next(until deadline: SuspendingClock.Instant?) -> Event? {
    queue.wait(until: deadline) { $0.take() }
  }

  /// Whether the next event is there already, and is such a one.
  func isNext(_ isSuch: (Event) -> Bool) -> Bool {
    queue.update { $0.first < $0.events.count && isSuch($0.events[$0.first]) }
  }

  var isEmpty: Bool {
    queue.update { $0.first == $0.events.count }
  }
}
