/// The offset of the first byte that does not belong to well-formed UTF-8; nil when all is well.
func firstInvalidUTF8(in bytes: UnsafeRawBufferPointer) -> Int? {
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index &+= 1
      continue
    }
    // Table 3-7 of the Unicode standard: how long a sequence is, and what its second byte may be.
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return index
    }
    guard index &+ length <= bytes.count, second.contains(bytes[index &+ 1]) else { return index }
    for position in 2..<max(length, 2) where bytes[index &+ position] & 0xC0 != 0x80 { return index }
    index &+= length
  }
  return nil
}
