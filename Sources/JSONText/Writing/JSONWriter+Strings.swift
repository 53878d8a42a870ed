extension JSONWriter {
  package mutating func string(_ text: String) {
    beginValue()
    quoted(text)
    endValue()
  }

  mutating func quoted(_ text: String) {
    var text = text
    text.withUTF8 { quoted(UnsafeRawBufferPointer($0)) }
  }

  /// Runs without anything to escape are copied whole.
  private mutating func quoted(_ text: UnsafeRawBufferPointer) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    while start < text.count {
      let end = ByteScan.nextSpecial(in: text, from: start)
      if end > start { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<end])) }
      guard end < text.count else { break }
      escape(text[end])
      start = end + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(Self.hexadecimalDigit(byte >> 4))
      bytes.append(Self.hexadecimalDigit(byte & 0x0F))
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &+ value &- 10
  }
}
