/// Reading UTF-8 without trusting it to be UTF-8. Offsets are indices into the buffer; `end` is at most its count.
enum UTF8Bytes {
  /// The first byte at or after `offset` that is not ASCII, or `end`.
  static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) -> Int {
    var offset = offset
    while offset &+ 32 <= end {
      let bits =
        word(in: bytes, at: offset) | word(in: bytes, at: offset &+ 8) | word(in: bytes, at: offset &+ 16)
        | word(in: bytes, at: offset &+ 24)
      guard bits & 0x8080_8080_8080_8080 == 0 else { break }
      offset &+= 32
    }
    while offset < end, bytes[offset] < 0x80 { offset &+= 1 }
    return offset
  }

  /// The scalar that starts at an offset below `end`. A byte that starts none is one by itself, and not valid.
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    end: Int
  ) -> (length: Int, isValid: Bool) {
    let first = bytes[offset]
    guard first >= 0x80 else { return (1, true) }
    let length: Int
    // What the second byte may be: it rules out overlong forms, surrogates, and what is above U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    guard end - offset >= length, second.contains(bytes[offset + 1]) else { return (1, false) }
    for index in 2..<max(2, length) where !isContinuation(bytes[offset + index]) { return (1, false) }
    return (length, true)
  }

  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Eight bytes, the first of them lowest. `offset + 8` is at most the buffer's count.
  static func word(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
