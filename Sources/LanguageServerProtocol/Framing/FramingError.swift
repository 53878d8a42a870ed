/// What is wrong with the bytes between and around messages.
package enum FramingError: Error, Hashable {
  /// A line before a message is no `name: value`. Holds its beginning, made printable.
  case malformedHeader(String)
  /// The header is longer than allowed, or never ends.
  case headerTooLong
  /// A header block that does not say how long its message is.
  case missingLength
  /// A `Content-Length` that is no number of bytes. Holds its beginning, made printable.
  case malformedLength(String)
  /// Two `Content-Length` that differ.
  case conflictingLengths
  /// A `charset` other than UTF-8. The message is skipped.
  case unsupportedEncoding(String)
  /// A message over the limit. It is skipped.
  case tooLarge(Int)
  /// A length that no client can mean: to skip so much would be to wait for ever.
  case absurdLength
  /// The input ended inside a header.
  case endedInHeader
  /// The input ended inside a message.
  case endedInMessage(received: Int, expected: Int)

  /// Whether more messages can follow. When not, nothing that comes later can be understood, and a server should end.
  package var isRecoverable: Bool {
    switch self {
    case .malformedHeader, .headerTooLong, .missingLength, .malformedLength, .conflictingLengths: true
    case .unsupportedEncoding, .tooLarge: true
    case .absurdLength, .endedInHeader, .endedInMessage: false
    }
  }
}

extension FramingError: CustomStringConvertible {
  /// One line.
  package var description: String {
    switch self {
    case .malformedHeader(let line): "unexpected text between messages: \"\(line)\""
    case .headerTooLong: "the header of a message is too long"
    case .missingLength: "the header of a message has no Content-Length"
    case .malformedLength(let value): "Content-Length is not a number of bytes: \"\(value)\""
    case .conflictingLengths: "the header of a message has two different Content-Length"
    case .unsupportedEncoding(let name): "the encoding of a message is \"\(name)\"; only utf-8 can be read"
    case .tooLarge(let length): "a message of \(length) bytes is too large; it was skipped"
    case .absurdLength: "the length of a message is beyond belief"
    case .endedInHeader: "the input ended inside the header of a message"
    case .endedInMessage(let received, let expected):
      "the input ended inside a message, after \(received) of \(expected) bytes"
    }
  }
}
