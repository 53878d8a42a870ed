package import JSONText

/// An outgoing message with its header, ready to be written in one piece.
///
/// It is made where the answer is known and written where the output is owned, so that no lock is held while it is made.
package struct FramedMessage: Sendable {
  /// Room for the header, which can only be written when the length of what follows is known.
  private static let room = 40

  private let storage: [UInt8]
  private let start: Int

  /// Frames what `body` writes: one JSON value.
  package init(_ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(appendingTo: [UInt8](repeating: 0, count: Self.room))
    body(&writer)
    var bytes = writer.finish()
    let header = "Content-Length: \(bytes.count - Self.room)\r\n\r\n".utf8
    start = Self.room - header.count
    bytes.replaceSubrange(start..<Self.room, with: header)
    storage = bytes
  }

  /// Header and message.
  package var bytes: ArraySlice<UInt8> { storage[start...] }

  /// The message without its header.
  package var body: ArraySlice<UInt8> { storage[Self.room...] }
}
