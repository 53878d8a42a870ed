import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes whole messages to a file descriptor, one after the other, from any thread.
package final class MessageWriter: Sendable {
  package enum Failure: Error, Hashable {
    /// Nobody reads any more.
    case closed
    /// The system refused to write; the number is `errno`.
    case failed(Int32)
  }

  private let fileDescriptor: Int32
  /// Why nothing can be written any more: half a message may stand in the output.
  private let failure = Mutex<Failure?>(nil)

  /// The descriptor stays the caller's: it is not closed here. From now on a write to a pipe that nobody reads is an
  /// error in this whole process, and not its end (`SIGPIPE` is ignored).
  package init(fileDescriptor: Int32) {
    self.fileDescriptor = fileDescriptor
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes one message; waits while the reader is slow. After a failure every call fails the same way.
  package func send(_ message: FramedMessage) throws(Failure) {
    let failure = failure.withLock { failure -> Failure? in
      if failure == nil { failure = message.bytes.withUnsafeBytes(write) }
      return failure
    }
    if let failure { throw failure }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Failure? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = systemWrite(fileDescriptor, part.baseAddress, part.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilReady(fileDescriptor, for: POLLOUT)
      case EPIPE, ECONNRESET: return .closed
      default: return .failed(errno)
      }
    }
    return nil
  }
}

private func systemWrite(_ fileDescriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(fileDescriptor, bytes, count)
}
