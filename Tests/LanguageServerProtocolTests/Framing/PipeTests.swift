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

struct PipeTests {
  private func events(from input: inout MessageInput) -> [MessageInput.Event] {
    var events: [MessageInput.Event] = []
    while true {
      let event = input.next()
      events.append(event)
      if case .end = event { return events }
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    let pipe = try Pipe()
    let writer = MessageWriter(fileDescriptor: pipe.output)
    try writer.send(.notification(Ping(text: "é\n𝒳")))
    try writer.send(.response(to: .number(7), result: NoResult()))
    pipe.closeOutput()
    var input = MessageInput(fileDescriptor: pipe.input)
    #expect(
      events(from: &input) == [
        .message(Array(#"{"jsonrpc":"2.0","method":"ping","params":{"text":"é\n𝒳"}}"#.utf8)),
        .message(Array(#"{"jsonrpc":"2.0","id":7,"result":null}"#.utf8)),
        .end(.clean),
      ]
    )
    #expect(input.next() == .end(.clean))
  }

  @Test func aClientThatGoesInTheMiddleOfAMessage() throws {
    let pipe = try Pipe()
    pipe.write(frame("{}") + "rubbish\r\n" + frame("[]") + "Content-Length: 10\r\n\r\n{\"a\"")
    pipe.closeOutput()
    var input = MessageInput(fileDescriptor: pipe.input)
    #expect(
      events(from: &input) == [
        .message(Array("{}".utf8)),
        .malformed(.malformedHeader("rubbish")),
        .message(Array("[]".utf8)),
        .end(.broken(.endedInMessage(received: 4, expected: 10))),
      ]
    )
  }

  @Test func aStreamBeyondRepairEnds() throws {
    let pipe = try Pipe()
    pipe.write("Content-Length: 123456789123456789\r\n\r\n" + frame("{}"))
    var input = MessageInput(fileDescriptor: pipe.input)
    #expect(events(from: &input) == [.end(.broken(.absurdLength))])
  }

  @Test func aDescriptorThatCannotBeRead() {
    var input = MessageInput(fileDescriptor: -1)
    #expect(input.next() == .end(.failed(EBADF)))
  }

  /// More than a pipe holds, over ends that do not wait: every write is cut short, and reading finds nothing at first.
  @Test(arguments: [false, true])
  func slowReadersAndWriters(_ waits: Bool) async throws {
    let pipe = try Pipe()
    if !waits {
      pipe.doNotWait(pipe.input)
      pipe.doNotWait(pipe.output)
    }
    let text = String(repeating: "0123456789", count: 100_000)
    async let writing: Void = onThread {
      let writer = MessageWriter(fileDescriptor: pipe.output)
      #expect(throws: Never.self) {
        for _ in 0..<3 { try writer.send(.notification(Ping(text: text))) }
      }
      pipe.closeOutput()
    }
    let lengths = Mutex<[Int]>([])
    await onThread {
      var input = MessageInput(fileDescriptor: pipe.input)
      while case .message(let message) = input.next() { lengths.withLock { $0.append(message.count) } }
      #expect(input.next() == .end(.clean))
    }
    await writing
    let expected = #"{"jsonrpc":"2.0","method":"ping","params":{"text":""}}"#.utf8.count + text.utf8.count
    #expect(lengths.withLock { $0 } == [expected, expected, expected])
  }

  @Test func messagesOfManyThreadsDoNotMix() async throws {
    let pipe = try Pipe()
    let writer = MessageWriter(fileDescriptor: pipe.output)
    let received = Mutex<Set<String>>([])
    async let reading: Void = onThread {
      var input = MessageInput(fileDescriptor: pipe.input)
      while case .message(let message) = input.next() {
        let parsed = Result { try JSONValue(parsing: message) }
        let text = try? parsed.get()["params"]?.required("text", as: String.self)
        _ = received.withLock { $0.insert(text.map { String($0.prefix(4)) } ?? "broken") }
      }
      #expect(input.next() == .end(.clean))
    }
    await withTaskGroup(of: Void.self) { group in
      for number in 1000..<1040 {
        group.addTask {
          await onThread {
            let text = String(repeating: "\(number)", count: 5_000)
            #expect(throws: Never.self) { try writer.send(.notification(Ping(text: text))) }
          }
        }
      }
    }
    pipe.closeOutput()
    await reading
    #expect(received.withLock { $0 } == Set((1000..<1040).map(String.init)))
  }

  @Test func nobodyReadsAnyMore() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let writer = MessageWriter(fileDescriptor: ends[1])
    for _ in 0..<2 {
      #expect(throws: MessageWriter.Failure.closed) { try writer.send(.notification(Ping(text: ""))) }
    }
    #expect(throws: MessageWriter.Failure.failed(EBADF)) {
      try MessageWriter(fileDescriptor: -1).send(.notification(Ping(text: "")))
    }
  }
}
