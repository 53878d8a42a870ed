#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads messages from a file descriptor. Each call may wait for ever, so it belongs on a thread of its own.
package struct MessageInput: Sendable {
  package enum Event: Hashable, Sendable {
    /// A whole message, without its header.
    case message([UInt8])
    /// Something was wrong; more may follow.
    case malformed(FramingError)
    /// No more will follow. Every later call says the same.
    case end(End)
  }

  /// How the input ended.
  package enum End: Hashable, Sendable {
    /// Between two messages.
    case clean
    /// Inside a message, or in a state from which no message can be found again.
    case broken(FramingError)
    /// The system refused to read; the number is `errno`.
    case failed(Int32)
  }

  private let fileDescriptor: Int32
  private var reader: MessageReader
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)
  private var end: End?

  /// The descriptor stays the caller's: it is not closed here.
  package init(fileDescriptor: Int32, limits: MessageReader.Limits = MessageReader.Limits()) {
    self.fileDescriptor = fileDescriptor
    reader = MessageReader(limits: limits)
  }

  /// Waits for the next thing that comes in.
  package mutating func next() -> Event {
    while true {
      if let end { return .end(end) }
      do {
        if let message = try reader.next() { return .message(message) }
      } catch {
        if error.isRecoverable { return .malformed(error) }
        end = .broken(error)
        continue
      }
      readMore()
    }
  }

  private mutating func readMore() {
    let source = fileDescriptor
    let count = chunk.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
    if count > 0 {
      reader.feed(chunk[..<count])
      return
    }
    guard count < 0 else {
      do {
        try reader.finish()
        end = .clean
      } catch {
        end = .broken(error)
      }
      return
    }
    switch errno {
    case EINTR: return
    case EAGAIN: waitUntilReady(fileDescriptor, for: POLLIN)
    default: end = .failed(errno)
    }
  }
}

/// Waits on a descriptor that was set not to wait by itself.
func waitUntilReady(_ fileDescriptor: Int32, for events: some BinaryInteger) {
  var entry = pollfd(fd: fileDescriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
  _ = poll(&entry, 1, -1)
}
