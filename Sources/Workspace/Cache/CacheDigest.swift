/// What some bytes come to. Equal for equal bytes; never equal for others that anybody could find, as long as the key is
/// not known.
package struct CacheDigest: Hashable, Sendable {
  package var low: UInt64
  package var high: UInt64

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  package var bytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> UInt64(($0 % 8) * 8)) }
  }

  /// Nil for anything but sixteen bytes.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(low: 0, high: 0)
    for index in 0..<8 {
      low |= UInt64(bytes[index]) << UInt64(index * 8)
      high |= UInt64(bytes[index + 8]) << UInt64(index * 8)
    }
  }
}

/// Makes digests: SipHash-2-4 with 128 bits (Aumasson and Bernstein, 2012).
///
/// A cache answers by the digest of a text, so two texts of one digest would get each other's answers. With a key that
/// each cache draws for itself, nobody can write a file that has the digest of another.
package struct CacheHasher: Sendable {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// Bytes that do not fill a word yet, the first one lowest.
  private var tail: UInt64 = 0
  private var count: UInt64 = 0

  package init(key: CacheDigest) {
    v0 = 0x736f_6d65_7073_6575 ^ key.low
    v1 = 0x646f_7261_6e64_6f6d ^ key.high ^ 0xee
    v2 = 0x6c79_6765_6e65_7261 ^ key.low
    v3 = 0x7465_6462_7974_6573 ^ key.high
  }

  /// Takes bytes as they are: who takes several things must tell them apart.
  package mutating func combine(raw bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, count & 7 != 0 {
        take(buffer[offset])
        offset &+= 1
      }
      while buffer.count &- offset >= 8 {
        compress(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        count &+= 8
        offset &+= 8
      }
      while offset < buffer.count {
        take(buffer[offset])
        offset &+= 1
      }
    }
  }

  /// Takes bytes, and how many they are.
  package mutating func combine(_ bytes: [UInt8]) {
    combine(UInt64(bytes.count))
    combine(raw: bytes)
  }

  package mutating func combine(_ text: String) { combine(Array(text.utf8)) }

  /// Takes a text or its absence.
  package mutating func combine(_ text: String?) {
    combine(text == nil ? 0 : 1)
    if let text { combine(text) }
  }

  package mutating func combine(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { take(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  package mutating func combine(_ digest: CacheDigest) {
    combine(digest.low)
    combine(digest.high)
  }

  package func finished() -> CacheDigest {
    var copy = self
    copy.compress(tail | count << 56)
    copy.v2 ^= 0xee
    copy.rounds(4)
    let low = copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3
    copy.v1 ^= 0xdd
    copy.rounds(4)
    return CacheDigest(low: low, high: copy.v0 ^ copy.v1 ^ copy.v2 ^ copy.v3)
  }

  private mutating func take(_ byte: UInt8) {
    tail |= UInt64(byte) << ((count & 7) &* 8)
    count &+= 1
    if count & 7 == 0 {
      compress(tail)
      tail = 0
    }
  }

  private mutating func compress(_ word: UInt64) {
    v3 ^= word
    rounds(2)
    v0 ^= word
  }

  private mutating func rounds(_ number: Int) {
    for _ in 0..<number {
      v0 &+= v1
      v1 = (v1 << 13 | v1 >> 51) ^ v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = (v3 << 16 | v3 >> 48) ^ v2
      v0 &+= v3
      v3 = (v3 << 21 | v3 >> 43) ^ v0
      v2 &+= v1
      v1 = (v1 << 17 | v1 >> 47) ^ v2
      v2 = v2 << 32 | v2 >> 32
    }
  }
}
