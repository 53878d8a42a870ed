import JSONText
import LanguageServerProtocol
import Synchronization
import Testing

struct SignalTests {
  private final class Received: Sendable {
    private let list = Mutex<[MessageInput.Event]>([])

    var events: [MessageInput.Event] { list.withLock { $0 } }

    func append(_ event: MessageInput.Event) { list.withLock { $0.append(event) } }
  }

  /// A signal ends a waiting system call; nothing may get lost by it.
  @Test func readingGoesOn() async throws {
    let pipe = try Pipe()
    let threads = SignalledThreads()
    let received = Received()
    async let reading: Void = onThread {
      threads.join {
        var input = MessageInput(fileDescriptor: pipe.input)
        received.append(input.next())
      }
    }
    while threads.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    for part in ["", "Content-Length: 5\r\n\r\n", "\"a", "b", "c\""] {
      for _ in 0..<5 {
        threads.disturb()
        try await Task.sleep(for: .milliseconds(1))
      }
      pipe.write(part)
    }
    while received.events.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    threads.stop()
    await reading
    #expect(received.events == [.message(Array("\"abc\"".utf8))])
  }

  /// The same for a writer whose reader is slow.
  @Test func writingGoesOn() async throws {
    let pipe = try Pipe()
    let threads = SignalledThreads()
    let received = Received()
    let text = String(repeating: "0123456789", count: 50_000)
    async let writing: Void = onThread {
      threads.join {
        #expect(throws: Never.self) {
          try MessageWriter(fileDescriptor: pipe.output).send(.notification(Ping(text: text)))
        }
        pipe.closeOutput()
      }
    }
    while threads.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    for _ in 0..<20 {
      threads.disturb()
      try await Task.sleep(for: .milliseconds(1))
    }
    async let reading: Void = onThread {
      var input = MessageInput(fileDescriptor: pipe.input)
      received.append(input.next())
    }
    await reading
    threads.stop()
    await writing
    let body = #"{"jsonrpc":"2.0","method":"ping","params":{"text":"\#(text)"}}"#
    #expect(received.events == [.message(Array(body.utf8))])
  }
}
