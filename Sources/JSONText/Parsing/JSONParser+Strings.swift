extension JSONParser {
  /// The string that begins at `index`, which is at its quote.
  ///
  /// First the end is found and every escape looked at, so that the second pass, where there is something to unescape,
  /// cannot fail and knows how much room it needs.
  mutating func string() throws(Failure) -> String {
    let opening = index
    let start = index &+ 1
    var hasEscapes = false
    index = start
    while true {
      index = ByteScan.nextSpecial(in: bytes, from: index)
      guard index < bytes.count else { throw Failure(reason: .unterminatedString, offset: opening) }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let content = UnsafeRawBufferPointer(rebasing: bytes[start..<index])
        index &+= 1
        return hasEscapes ? Self.unescaped(content) : String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      default:
        throw Failure(reason: .controlCharacter, offset: index)
      }
    }
  }

  private mutating func skipEscape() throws(Failure) {
    guard index &+ 1 < bytes.count else { throw Failure(reason: .endsTooSoon, offset: bytes.count) }
    let kind = bytes[index &+ 1]
    if kind == UInt8(ascii: "u") { return try skipUnicodeEscape() }
    guard Self.simpleEscape(kind) != 0 else { throw Failure(reason: .unknownEscape, offset: index) }
    index &+= 2
  }

  private mutating func skipUnicodeEscape() throws(Failure) {
    guard let unit = Self.unicodeEscape(bytes, at: index) else {
      throw Failure(reason: .badUnicodeEscape, offset: index)
    }
    if !options.repairsText && UTF16.isSurrogate(unit) {
      guard UTF16.isLeadSurrogate(unit), let trail = Self.unicodeEscape(bytes, at: index &+ 6),
        UTF16.isTrailSurrogate(trail)
      else { throw Failure(reason: .loneSurrogate, offset: index) }
      index &+= 12
      return
    }
    index &+= 6
  }

  /// The text of a string whose escapes are known to be right.
  private static func unescaped(_ content: UnsafeRawBufferPointer) -> String {
    // No escape is shorter than what it stands for, so what is written never overtakes what is read.
    String(unsafeUninitializedCapacity: content.count) { output in
      guard let output = output.baseAddress else { return 0 }
      let target = UnsafeMutableRawPointer(output)
      var read = 0
      var written = 0
      while read < content.count {
        if read &+ 8 <= content.count {
          let word = ByteScan.word(content, at: read)
          target.storeBytes(of: word.littleEndian, toByteOffset: written, as: UInt64.self)
          let marks = ByteScan.backslash(word)
          let plain = marks == 0 ? 8 : ByteScan.position(of: marks)
          read &+= plain
          written &+= plain
          if marks == 0 { continue }
        } else if content[read] != UInt8(ascii: "\\") {
          output[written] = content[read]
          read &+= 1
          written &+= 1
          continue
        }
        unescapeOne(content, &read, output, &written)
      }
      return written
    }
  }

  private static func unescapeOne(
    _ content: UnsafeRawBufferPointer,
    _ read: inout Int,
    _ output: UnsafeMutablePointer<UInt8>,
    _ written: inout Int
  ) {
    guard let unit = unicodeEscape(content, at: read) else {
      output[written] = simpleEscape(content[read &+ 1])
      written &+= 1
      read &+= 2
      return
    }
    read &+= 6
    var scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    if UTF16.isLeadSurrogate(unit), let trail = unicodeEscape(content, at: read), UTF16.isTrailSurrogate(trail) {
      scalar = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
      read &+= 6
    }
    for byte in UTF8.encode(scalar).unsafelyUnwrapped {
      output[written] = byte
      written &+= 1
    }
  }

  /// What the escape `\x` stands for; 0 when there is none.
  @inline(__always)
  private static func simpleEscape(_ kind: UInt8) -> UInt8 {
    switch kind {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): kind
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: 0
    }
  }

  /// The UTF-16 unit that `\uXXXX` at that offset names; nil when nothing of the kind stands there.
  @inline(__always)
  private static func unicodeEscape(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt16? {
    guard offset &+ 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset &+ 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for position in 2..<6 {
      guard let digit = hexadecimalDigit(bytes[offset &+ position]) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: nil
    }
  }
}
