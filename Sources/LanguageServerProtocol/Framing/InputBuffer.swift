/// The bytes that have come and are not yet used.
struct InputBuffer: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0
  /// How many of the waiting bytes hold no end of a header: they need not be looked at again.
  private var searched = 0

  var count: Int { bytes.count - start }

  /// Nothing waits but line breaks.
  var isBlank: Bool { bytes[start...].allSatisfy(Self.isLineBreak) }

  mutating func append(_ more: ArraySlice<UInt8>) {
    if start > 0 && (start == bytes.count || start > 1 << 20) {
      // Keeps the memory of small messages, gives back that of large ones.
      if start == bytes.count && bytes.capacity <= 1 << 20 {
        bytes.removeAll(keepingCapacity: true)
      } else {
        bytes = Array(bytes[start...])
      }
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The first `length` bytes, which stay where they are.
  func peek(_ length: Int) -> ArraySlice<UInt8> { bytes[start..<(start + length)] }

  mutating func drop(_ length: Int) {
    start += length
    searched = 0
  }

  /// Makes room for a long message at once, so that its bytes are moved once and not at each growth.
  mutating func expect(_ length: Int) {
    guard length > Self.longMessage else { return }
    var fresh: [UInt8] = []
    // A length is only a promise.
    fresh.reserveCapacity(min(length, 32 << 20))
    fresh.append(contentsOf: bytes[start...])
    (bytes, start, searched) = (fresh, 0, 0)
  }

  private static let longMessage = 64 << 10

  mutating func take(_ length: Int) -> [UInt8] {
    if start == 0 && bytes.count == length && length > Self.longMessage {
      defer { (bytes, searched) = ([], 0) }
      return bytes
    }
    let taken = Array(peek(length))
    drop(length)
    return taken
  }

  /// Line breaks between messages mean nothing.
  mutating func dropLineBreaks() {
    guard searched == 0 else { return }
    while start < bytes.count, Self.isLineBreak(bytes[start]) { start += 1 }
  }

  /// How many bytes the header takes with the empty line that ends it; nil when that has not come, or lies too far off.
  /// A line may end with `\n` alone.
  mutating func endOfHeader(within limit: Int) -> Int? {
    let newline = UInt8(ascii: "\n")
    var index = start + max(searched - 2, 0)
    let end = min(bytes.count, start + limit)
    while index < end {
      if bytes[index] == newline {
        if index + 1 < end, bytes[index + 1] == newline { return index + 2 - start }
        if index + 2 < end, bytes[index + 1] == UInt8(ascii: "\r"), bytes[index + 2] == newline {
          return index + 3 - start
        }
      }
      index += 1
    }
    searched = end - start
    return nil
  }

  /// Drops everything before the next `Content-Length: digits` that ends its line; false when there is none yet.
  mutating func dropUntilLength() -> Bool {
    let first = [UInt8(ascii: "c"), UInt8(ascii: "C")]
    searched = 0
    while start < bytes.count {
      guard let candidate = bytes[start...].firstIndex(where: first.contains) else {
        start = bytes.count
        return false
      }
      start = candidate
      switch lengthLine(at: candidate) {
      case .isThere: return true
      case .mayFollow: return false
      case .isNot: start += 1
      }
    }
    return false
  }

  private enum Sighting {
    case isThere
    case isNot
    case mayFollow
  }

  private func lengthLine(at offset: Int) -> Sighting {
    var index = offset
    for expected in "content-length:".utf8 {
      guard index < bytes.count else { return .mayFollow }
      guard bytes[index] == expected || bytes[index] | 0x20 == expected else { return .isNot }
      index += 1
    }
    // Nobody writes more blanks and digits than this; without a bound rubbish could be kept for ever.
    let end = min(bytes.count, offset + 64)
    while index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    let digits = index
    while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
    guard index < end else { return end < offset + 64 ? .mayFollow : .isNot }
    return index > digits && Self.isLineBreak(bytes[index]) ? .isThere : .isNot
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
