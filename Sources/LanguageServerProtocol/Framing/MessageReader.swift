/// Cuts a stream of bytes into messages: header lines, an empty line, as many bytes as `Content-Length` says.
///
/// It takes the stream in pieces of any size. Where the stream is broken it says so once and goes on with the next
/// `Content-Length` that it finds, wherever that stands: in JSON no such line can occur, because a line break inside a
/// string is written as an escape.
package struct MessageReader: Sendable {
  package struct Limits: Sendable {
    /// Of one message without its header, in bytes.
    package var message = 256 << 20
    /// Of one header, in bytes.
    package var header = 16 << 10

    package init() {}

    package init(message: Int, header: Int = 16 << 10) {
      self.message = message
      self.header = header
    }
  }

  private enum State {
    /// Between messages, or in a header. `lenient`: what is wrong here was reported.
    case header(lenient: Bool)
    case message(length: Int)
    /// Inside a message that nobody wants.
    case skipping(remaining: Int, length: Int)
    /// In rubbish, on the way to the next length.
    case searching
    case ended(FramingError)
  }

  private let limits: Limits
  private var state = State.header(lenient: false)
  private var input = InputBuffer()

  package init(limits: Limits = Limits()) { self.limits = limits }

  /// Takes the next piece of the stream.
  package mutating func feed(_ bytes: ArraySlice<UInt8>) { input.append(bytes) }

  /// The next whole message, without its header; nil when more of the stream is needed.
  ///
  /// After an error that is recoverable the next call goes on behind it; any other is thrown again by every call.
  package mutating func next() throws(FramingError) -> [UInt8]? {
    while true {
      switch state {
      case .header(let lenient):
        guard let block = try headerBlock() else { return nil }
        try read(block, lenient: lenient)
      case .message(let length):
        guard input.count >= length else { return nil }
        state = .header(lenient: false)
        return input.take(length)
      case .skipping(let remaining, let length):
        let dropped = min(remaining, input.count)
        input.drop(dropped)
        state =
          dropped == remaining ? .header(lenient: false) : .skipping(remaining: remaining - dropped, length: length)
        if dropped < remaining { return nil }
      case .searching:
        guard input.dropUntilLength() else { return nil }
        state = .header(lenient: true)
      case .ended(let error): throw error
      }
    }
  }

  /// Says whether the stream may end here.
  package func finish() throws(FramingError) {
    switch state {
    case .header: if !input.isBlank { throw .endedInHeader }
    case .message(let length): throw .endedInMessage(received: input.count, expected: length)
    case .skipping(let remaining, let length):
      throw .endedInMessage(received: length - remaining, expected: length)
    case .searching: return
    case .ended(let error): throw error
    }
  }

  private mutating func headerBlock() throws(FramingError) -> ArraySlice<UInt8>? {
    input.dropLineBreaks()
    if let end = input.endOfHeader(within: limits.header) { return input.peek(end) }
    guard input.count > limits.header else { return nil }
    // One byte on, so that a length at its very beginning is not found again.
    input.drop(1)
    state = .searching
    throw .headerTooLong
  }

  private mutating func read(_ block: ArraySlice<UInt8>, lenient: Bool) throws(FramingError) {
    let header: MessageHeader
    do {
      header = try MessageHeader(parsing: block, lenient: lenient)
    } catch {
      // The length may stand in this very block, behind rubbish; but one that was tried must not be found again.
      if lenient { input.drop(1) }
      state = error.isRecoverable ? .searching : .ended(error)
      throw error
    }
    input.drop(block.count)
    if let encoding = header.foreignEncoding {
      state = .skipping(remaining: header.length, length: header.length)
      throw .unsupportedEncoding(encoding)
    }
    guard header.length > limits.message else {
      input.expect(header.length)
      state = .message(length: header.length)
      return
    }
    let (believable, overflow) = limits.message.multipliedReportingOverflow(by: 16)
    guard overflow || header.length <= believable else {
      state = .ended(.absurdLength)
      throw .absurdLength
    }
    state = .skipping(remaining: header.length, length: header.length)
    throw .tooLarge(header.length)
  }
}
