/// Eight bytes at a time: where the next byte is that a string cannot hold as it is.
///
/// The classic arithmetic: `(x - 0x01…) & ~x & 0x80…` is non-zero where `x` has a zero byte, and exact for the lowest.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  /// A mark in the high bit of each byte that is `"`, `\` or a control character; right for the lowest mark.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    let quote = zeros(word ^ (ones &* 0x22))
    let backslash = zeros(word ^ (ones &* 0x5C))
    let control = (word &- (ones &* 0x20)) & ~word & highs
    return quote | backslash | control
  }

  /// The same for `\` alone.
  @inline(__always)
  static func backslash(_ word: UInt64) -> UInt64 { zeros(word ^ (ones &* 0x5C)) }

  /// Which byte the lowest mark stands for.
  @inline(__always)
  static func position(of marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

  /// The eight bytes from `offset` on, the first in the lowest place.
  @inline(__always)
  static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The first `"`, `\` or control character at or after `start`; `bytes.count` when there is none.
  @inline(__always)
  static func nextSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= bytes.count {
      let marks = special(word(bytes, at: index))
      if marks != 0 { return index &+ position(of: marks) }
      index &+= 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
      index &+= 1
    }
    return index
  }
}
