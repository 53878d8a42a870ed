extension ObjectID {
  /// The name that Git gives to some contents in a repository of SHA-1: with it, that a file is what it was can be told
  /// without reading what it was.
  init?(ofBlob bytes: [UInt8]) {
    var digest = SHA1()
    digest.take(Array("blob \(bytes.count)\0".utf8))
    digest.take(bytes)
    self.init(raw: digest.finished()[...])
  }

  /// Whether the repository uses SHA-1.
  var isSHA1: Bool { description.utf8.count == 40 }
}

/// The secure hash algorithm of 1995 (FIPS 180-4), which Git uses for names. Not for anything that must be secure.
private struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  mutating func take(_ bytes: [UInt8]) {
    length &+= UInt64(bytes.count)
    // What is left of the part before, filled up to a block, and then blocks from where they are.
    let missing = pending.isEmpty ? 0 : min(64 - pending.count, bytes.count)
    pending += bytes[..<missing]
    if pending.count == 64 {
      pending.withUnsafeBytes { mix($0) }
      pending.removeAll(keepingCapacity: true)
    }
    guard pending.isEmpty else { return }
    let end = missing + (bytes.count - missing) / 64 * 64
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: missing, to: end, by: 64) {
        mix(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]))
      }
    }
    pending += bytes[end...]
  }

  mutating func finished() -> [UInt8] {
    let bits = length &* 8
    let zeros = (119 - pending.count % 64) % 64
    take(
      [0x80] + [UInt8](repeating: 0, count: zeros) + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
    )
    return [state.0, state.1, state.2, state.3, state.4].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private mutating func mix(_ block: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for index in 0..<16 {
        words[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
      }
      for index in 16..<80 {
        let word = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
        words[index] = word << 1 | word >> 31
      }
      var (a, b, c, d, e) = state
      for index in 0..<80 {
        let (choice, constant): (UInt32, UInt32) =
          switch index {
          case 0..<20: ((b & c) | (~b & d), 0x5A82_7999)
          case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
          case 40..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
          default: (b ^ c ^ d, 0xCA62_C1D6)
          }
        let next = (a << 5 | a >> 27) &+ choice &+ e &+ constant &+ words[index]
        (a, b, c, d, e) = (next, a, b << 30 | b >> 2, c, d)
      }
      state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
    }
  }
}
