/// A hash of bytes, the same on every machine and in every run: a key for what was computed from those bytes, and a
/// fingerprint that may be written down.
///
/// 64 bits tell a million texts apart with a chance of 1 in 30 million that any two of them meet. It is no
/// protection against somebody who builds two texts to meet.
///
/// Method: sixteen bytes at a time are taken as two little-endian words, mixed with the state by a 64 × 64 → 128 bit
/// multiplication whose halves are folded together; what is left at the end is padded with zeros, and the length is
/// mixed in last. Changing it invalidates every stored key and fingerprint: a test pins its values.
package struct ContentHash: Hashable, Sendable, Comparable {
  package var rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// - Parameter seed: makes another function of it, for tables that outsiders must not be able to overload.
  package init(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) {
    var state = seed ^ 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset &+ 16 <= bytes.count {
      state = Self.mix(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ 0xA076_1D64_78BD_642F,
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)) ^ state
      )
      offset &+= 16
    }
    var rest: (low: UInt64, high: UInt64) = (0, 0)
    for (index, byte) in bytes[offset...].enumerated() {
      if index < 8 { rest.low |= UInt64(byte) << (index * 8) } else { rest.high |= UInt64(byte) << (index * 8 - 64) }
    }
    state = Self.mix(rest.low ^ 0xE703_7ED1_A0B4_28DB, rest.high ^ state)
    rawValue = Self.mix(state ^ 0x8EBC_6AF0_9C88_C6E3, UInt64(bytes.count) ^ 0x5899_65CC_7537_4CC3)
  }

  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash($0) }
  }

  package init(_ string: String) {
    var string = string
    self = string.withUTF8 { ContentHash(UnsafeRawBufferPointer($0)) }
  }

  /// The hash of parts in their order. Where one part ends and the next begins counts: "ab", "c" is not "a", "bc".
  package mutating func combine(_ part: ContentHash) {
    rawValue = Self.mix(rawValue ^ 0x1D8E_4E27_C47D_124F, part.rawValue ^ 0xEB44_ACCA_B455_D165)
  }

  package mutating func combine(_ number: UInt64) {
    combine(ContentHash(rawValue: number))
  }

  package static func < (left: ContentHash, right: ContentHash) -> Bool { left.rawValue < right.rawValue }

  /// The halves of the product, folded onto the factors so that a factor of zero does not wipe out the other.
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return (left ^ product.low) ^ (right ^ product.high)
  }
}

extension ContentHash: CustomStringConvertible {
  /// 16 lower-case hexadecimal digits.
  package var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension SourceText {
  /// The hash of all bytes.
  package var contentHash: ContentHash { ContentHash(bytes) }

  /// The hash of the bytes of a range. A range beyond the text is cut to it.
  package func contentHash(of range: Range<Int>) -> ContentHash {
    let range = range.clamped(to: 0..<count)
    return bytes.withUnsafeBytes { ContentHash(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}
