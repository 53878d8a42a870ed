/// A hash of bytes that is the same in every process and on every machine.
enum KnowledgeHash {
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash = mix(seed ^ UInt64(truncatingIfNeeded: bytes.count))
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset &+ 8 <= raw.count {
      hash = (hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))) &* multiplier
      hash ^= hash >> 32
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset &+= 1
    }
    return mix(hash ^ rest)
  }

  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The finisher of SplitMix64: every bit of the input moves about half of the bits of the output.
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value &+ multiplier
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
