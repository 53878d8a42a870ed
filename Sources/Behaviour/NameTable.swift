/// Finds the number of a name by its bytes without making a `String` of names that are there already.
struct NameTable {
  /// Name numbers by hash, open addressing; 0 marks a free slot.
  private var slots = [UInt32](repeating: 0, count: 128)
  private var hashes: [UInt64] = [0]

  mutating func intern(_ text: String, into names: inout [String]) -> NameID {
    var text = text
    return text.withUTF8 { intern($0, into: &names) }
  }

  mutating func intern(_ bytes: ArraySlice<UInt8>, into names: inout [String]) -> NameID {
    bytes.withUnsafeBufferPointer { intern($0, into: &names) }
  }

  private mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, into names: inout [String]) -> NameID {
    guard !bytes.isEmpty else { return 0 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // The low bits of FNV are weak for short texts.
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let id = Int(slots[slot])
      // 64 bits of hash and the length agree: taken for the same only after the bytes agree too.
      if hashes[id] == hash, names[id].utf8.count == bytes.count, names[id].utf8.elementsEqual(bytes) {
        return NameID(id)
      }
      slot = (slot + 1) & mask
    }
    let id = names.count
    names.append(String(decoding: bytes, as: UTF8.self))
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: id)
    if id * 2 > slots.count { grow() }
    return NameID(truncatingIfNeeded: id)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for id in 1..<hashes.count {
      var slot = Int(truncatingIfNeeded: hashes[id]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: id)
    }
  }
}
