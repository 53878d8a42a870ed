/// A place in a JSON text, for a message to a person.
package struct JSONPlace: Hashable, Sendable {
  /// In bytes from the start of the text.
  package let offset: Int
  /// Counted from 1. A line ends with `\n`, `\r\n` or `\r`.
  package let line: Int
  /// Counted from 1 in UTF-16 units, as editors and reports count.
  package let column: Int

  package init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The place of a byte offset; past the end means the end.
  init(offset: Int, in bytes: UnsafeRawBufferPointer) {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var start = 0
    for index in 0..<end {
      let byte = bytes[index]
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && !(index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n")))
      if endsLine {
        line += 1
        start = index + 1
      }
    }
    // A byte order mark takes no column on a screen.
    if start == 0, bytes.starts(with: JSONParser.byteOrderMark) { start = min(3, end) }
    let before = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    self.init(offset: end, line: line, column: before.utf16.count + 1)
  }
}

extension JSONPlace: CustomStringConvertible {
  package var description: String { "line \(line), column \(column)" }
}
