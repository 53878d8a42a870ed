import LanguageServerProtocol
import TestSupport
import Testing

/// All that a reader has to say about a stream.
struct StreamOutcome: Equatable {
  var messages: [String] = []
  var errors: [FramingError] = []
  /// What `finish` said.
  var end: FramingError?

  init(
    messages: [String] = [],
    errors: [FramingError] = [],
    end: FramingError? = nil
  ) {
    (self.messages, self.errors, self.end) = (messages, errors, end)
  }

  init(reading chunks: some Sequence<ArraySlice<UInt8>>, limits: MessageReader.Limits = .init()) {
    var reader = MessageReader(limits: limits)
    for chunk in chunks {
      reader.feed(chunk)
      guard drain(&reader) else { break }
    }
    do {
      try reader.finish()
    } catch {
      end = error
    }
  }

  /// False when nothing more can come.
  private mutating func drain(_ reader: inout MessageReader) -> Bool {
    while true {
      do {
        guard let message = try reader.next() else { return true }
        messages.append(String(decoding: message, as: UTF8.self))
      } catch {
        errors.append(error)
        if !error.isRecoverable { return false }
      }
    }
  }
}

func frame(_ body: String) -> String { "Content-Length: \(body.utf8.count)\r\n\r\n\(body)" }

struct MessageReaderTests {
  /// Whole, cut in two at every place, and byte by byte: always the same.
  private func expect(
    _ stream: String,
    _ expected: StreamOutcome,
    limits: MessageReader.Limits = .init(),
    _ location: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(stream.utf8)
    #expect(StreamOutcome(reading: [bytes[...]], limits: limits) == expected, sourceLocation: location)
    for cut in 0...bytes.count {
      let outcome = StreamOutcome(reading: [bytes[..<cut], bytes[cut...]], limits: limits)
      #expect(outcome == expected, "cut at \(cut)", sourceLocation: location)
    }
    let single = StreamOutcome(reading: bytes.indices.map { bytes[$0...$0] }, limits: limits)
    #expect(single == expected, "byte by byte", sourceLocation: location)
  }

  @Test func messagesInARow() {
    expect("", StreamOutcome())
    expect(frame("{}"), StreamOutcome(messages: ["{}"]))
    expect(frame("{\"a\":\"é𝒳\"}") + frame("") + frame("[]"), StreamOutcome(messages: ["{\"a\":\"é𝒳\"}", "", "[]"]))
    expect(frame("Content-Length: 2\r\n\r\n{}"), StreamOutcome(messages: ["Content-Length: 2\r\n\r\n{}"]))
  }

  @Test(arguments: [
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc;charset=\"UTF8\"\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: text/plain\r\n\r\n{}",
    "content-LENGTH:\t 2 \r\nX-Other: a: b\r\n\r\n{}",
    "Content-Length: 002\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\n\n{}",
    "\r\n\nContent-Length: 2\r\n\r\n{}\n",
  ])
  func headersThatAreFine(_ stream: String) {
    expect(stream + frame("next"), StreamOutcome(messages: ["{}", "next"]))
  }

  @Test(
    arguments: [
      ("Content-Type: x\r\n\r\n{\"a\":1}", .missingLength, []),
      ("Content-Length: two\r\n\r\n{}", .malformedLength("two"), []),
      ("Content-Length: -2\r\n\r\n{}", .malformedLength("-2"), []),
      ("Content-Length: 2.0\r\n\r\n{}", .malformedLength("2.0"), []),
      ("Content-Length:\r\n\r\n{}", .malformedLength(""), []),
      ("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", .conflictingLengths, ["{}"]),
      ("print(1)\r\nContent-Length: 2\r\n\r\n{}", .malformedHeader("print(1)"), ["{}"]),
      ("Content-Length: 2\r\nprint(1)\r\n\r\n{}", .malformedHeader("print(1)"), ["{}"]),
      (" Content-Length: 2\r\n\r\n{}", .malformedHeader(" Content-Length: 2"), ["{}"]),
      (": 2\r\n\r\n", .malformedHeader(": 2"), []),
      // The rest of a message whose length was said too short.
      ("\"x\": [1]}Content-Length: 2\r\n\r\n{}", .malformedHeader("\"x\": [1]}Content-Length: 2"), ["{}"]),
      ("é\u{7}\r\n\r\n", .malformedHeader("???"), []),
      ("Content-Length: 2\r\nContent-Type: x; charset=utf-16\r\n\r\n{}", .unsupportedEncoding("utf-16"), []),
      ("Content-Length: 200\r\n\r\n\(String(repeating: "x", count: 200))", .tooLarge(200), []),
    ] as [(String, FramingError, [String])]
  )
  func goesOnAfterAnError(_ stream: String, _ error: FramingError, _ messages: [String]) {
    #expect(error.isRecoverable)
    expect(
      frame("first") + stream + frame("next") + frame("last"),
      StreamOutcome(messages: ["first"] + messages + ["next", "last"], errors: [error]),
      limits: MessageReader.Limits(message: 100)
    )
  }

  @Test(arguments: [
    "Content-Length: 1601", "Content-Length: 99999999999999999999999999", "x\r\n\r\nContent-Length: 9999",
  ])
  func givesUpOnLengthsBeyondBelief(_ header: String) {
    let outcome = StreamOutcome(
      reading: [Array((frame("first") + header + "\r\n\r\n" + frame("next")).utf8)[...]],
      limits: MessageReader.Limits(message: 100)
    )
    #expect(outcome.messages == ["first"])
    #expect(outcome.errors.last == .absurdLength)
    #expect(outcome.end == .absurdLength)
    #expect(!FramingError.absurdLength.isRecoverable)
  }

  @Test func headersHaveAnEnd() {
    let limits = MessageReader.Limits(message: 100, header: 64)
    let rubbish = String(repeating: "x", count: 1_000)
    let outcome = StreamOutcome(messages: ["first", "next"], errors: [.headerTooLong])
    expect(frame("first") + rubbish + frame("next"), outcome, limits: limits)
    expect(frame("first") + "Content-Length: 3\r\nX: " + rubbish + frame("next"), outcome, limits: limits)
    expect(frame("first") + "Content-Length: " + rubbish + frame("next"), outcome, limits: limits)
    let blanks = String(repeating: " ", count: 1_000)
    expect(frame("first") + "Content-Length:" + blanks + frame("next"), outcome, limits: limits)
  }

  @Test(
    arguments: [
      ("Content-Le", .endedInHeader),
      ("Content-Length: 5\r\n", .endedInHeader),
      ("Content-Length: 5\r\n\r\n", .endedInMessage(received: 0, expected: 5)),
      ("Content-Length: 5\r\n\r\nabcd", .endedInMessage(received: 4, expected: 5)),
    ] as [(String, FramingError)]
  )
  func endsInTheMiddle(_ rest: String, _ end: FramingError) {
    expect(rest, StreamOutcome(end: end))
    expect(frame("{}") + rest, StreamOutcome(messages: ["{}"], end: end))
  }

  @Test func endsInAMessageThatIsSkipped() {
    expect(
      "Content-Length: 200\r\n\r\nabc",
      StreamOutcome(errors: [.tooLarge(200)], end: .endedInMessage(received: 3, expected: 200)),
      limits: MessageReader.Limits(message: 100)
    )
  }

  @Test func everyErrorIsOneLine() {
    let errors: [FramingError] = [
      .malformedHeader("a"), .headerTooLong, .missingLength, .malformedLength("a"), .conflictingLengths,
      .unsupportedEncoding("a"), .tooLarge(1), .absurdLength, .endedInHeader, .endedInMessage(received: 1, expected: 2),
    ]
    #expect(Set(errors.map(\.description)).count == errors.count)
    #expect(errors.allSatisfy { !$0.description.isEmpty && !$0.description.contains("\n") })
  }

  @Test func largeMessagesInSmallPieces() {
    let body = String(repeating: "0123456789", count: 300_000)
    let bytes = Array((frame(body) + frame("{}") + frame(body)).utf8)
    let chunks = stride(from: 0, to: bytes.count, by: 65_521).map { bytes[$0..<min($0 + 65_521, bytes.count)] }
    #expect(StreamOutcome(reading: chunks) == StreamOutcome(messages: [body, "{}", body]))
  }

  /// Whatever stands in the stream: an end is reached, and a whole message behind the damage is found.
  @Test func damageAnywhere() {
    let stream = frame(#"{"jsonrpc":"2.0","id":1,"method":"a"}"#) + frame(#"{"jsonrpc":"2.0","method":"b"}"#)
    let after = String(repeating: "{\"x\":[]}\r\n", count: 40) + frame("whole")
    var random = SeededGenerator(seed: 7)
    var found = 0
    for _ in 0..<3_000 {
      var bytes = Array(stream.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: position)
        default: bytes.insert(UInt8(ascii: "9"), at: position)
        }
      }
      bytes += Array(after.utf8)
      let cut = Int.random(in: 0...bytes.count, using: &random)
      let limits = MessageReader.Limits(message: 300, header: 100)
      let whole = StreamOutcome(reading: [bytes[...]], limits: limits)
      #expect(whole == StreamOutcome(reading: [bytes[..<cut], bytes[cut...]], limits: limits))
      if whole.messages.last == "whole" { found += 1 }
    }
    #expect(found > 2_000)
  }
}
