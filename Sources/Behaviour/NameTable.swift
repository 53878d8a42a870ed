/// Numbers for names, found by their bytes: no `String` is made to look one up.
///
/// 0 is the empty name; others count up from 1 in the order in which they first came.
package struct NameTable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
  }

  /// Name numbers by hash, open addressing; 0 marks a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var entries = [Entry(hash: 0, start: 0, count: 0)]
  /// The bytes of all names, one behind the other.
  private var pool: [UInt8] = []

  package init() {
    pool.reserveCapacity(256)
  }

  package var count: Int { entries.count }

  /// The number of the name that these bytes spell; whether it is new. A range outside of the bytes is the empty name.
  package mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> (id: UInt32, isNew: Bool) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return (0, false) }
    return bytes.withUnsafeBufferPointer { intern(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  package mutating func intern(_ text: String) -> (id: UInt32, isNew: Bool) {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> (id: UInt32, isNew: Bool) {
    guard !bytes.isEmpty else { return (0, false) }
    let hash = NameTable.hash(bytes)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let id = slots[slot]
      let entry = entries[Int(id)]
      if entry.hash == hash, entry.count == bytes.count, isSame(entry, bytes) { return (id, false) }
      slot = (slot &+ 1) & mask
    }
    let id = UInt32(truncatingIfNeeded: entries.count)
    entries.append(Entry(hash: hash, start: pool.count, count: bytes.count))
    pool.append(contentsOf: bytes)
    slots[slot] = id
    if entries.count * 2 > slots.count { grow() }
    return (id, true)
  }

  /// Appends the bytes of a name; nothing for a number that this table never gave.
  package func append(_ id: UInt32, to bytes: inout [UInt8]) {
    guard Int(id) < entries.count else { return }
    let entry = entries[Int(id)]
    bytes.append(contentsOf: pool[entry.start..<(entry.start + entry.count)])
  }

  /// Hands out the bytes of a name.
  package func withBytes<R>(of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let entry = Int(id) < entries.count ? entries[Int(id)] : entries[0]
    return pool.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[entry.start..<(entry.start + entry.count)]))
    }
  }

  package func text(_ id: UInt32) -> String { withBytes(of: id) { String(decoding: $0, as: UTF8.self) } }

  private func isSame(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    pool.withUnsafeBufferPointer { pool in
      var at = 0
      while at < bytes.count {
        if pool[entry.start &+ at] != bytes[at] { return false }
        at &+= 1
      }
      return true
    }
  }

  /// Eight bytes at a time: most names take one or two rounds. The same on every machine and in every run.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9e37_79b9_7f4a_7c15
    var at = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while at &+ 8 <= raw.count {
      hash =
        (hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
      at &+= 8
    }
    var rest: UInt64 = 0
    while at < raw.count {
      rest = rest << 8 | UInt64(raw[at])
      at &+= 1
    }
    hash = (hash ^ rest) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for id in entries.indices.dropFirst() {
      var slot = Int(truncatingIfNeeded: entries[id].hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: id)
    }
  }
}
