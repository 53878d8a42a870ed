import Glibc

/// Where the lines of a text start. A line ends at `\n`, at `\r\n`, and at a `\r` that stands alone.
struct LineIndex: Sendable {
  /// Ascending byte offsets. The first is 0, and the line after the last line end has one too.
  private(set) var starts: [Int]
  /// How many of the lines end at a `\r` that stands alone. tree-sitter does not count those as rows.
  private(set) var loneReturns: Int

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    loneReturns = Self.append(startsIn: 1..<bytes.count + 1, of: bytes, to: &starts)
  }

  /// The number of the line, from 0, that holds an offset.
  func line(at offset: Int) -> Int {
    max(0, firstStart(after: offset) - 1)
  }

  /// Follows an edit of `range`, which `body` carries out and which leaves `length` bytes in its place. Looks at the
  /// new bytes only; what stands behind them is moved, not read.
  mutating func replace(_ range: Range<Int>, length: Int, of bytes: inout [UInt8], by body: (inout [UInt8]) -> Void) {
    // Whether a line starts at an offset is told by the bytes before and at it, so both ends are decided anew.
    let decided = max(1, firstStart(after: range.lowerBound - 1))..<max(1, firstStart(after: range.upperBound))
    for index in decided where bytes[starts[index] - 1] == UInt8(ascii: "\r") { loneReturns -= 1 }

    body(&bytes)

    var found: [Int] = []
    let places = max(1, range.lowerBound)..<max(1, range.lowerBound + length + 1)
    loneReturns += bytes.withUnsafeBufferPointer { Self.append(startsIn: places, of: $0, to: &found) }
    starts.replaceSubrange(decided, with: found)

    let shift = length - range.count
    guard shift != 0 else { return }
    let tail = decided.lowerBound + found.count
    starts.withUnsafeMutableBufferPointer { starts in
      for index in tail..<starts.count { starts[index] &+= shift }
    }
  }

  /// The index of the first start greater than an offset.
  private func firstStart(after offset: Int) -> Int {
    starts.withUnsafeBufferPointer { starts in
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] > offset { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }

  /// Appends the line starts among the offsets `places`; returns how many of them follow a lone `\r`.
  private static func append(
    startsIn places: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>,
    to starts: inout [Int]
  ) -> Int {
    var loneReturns = 0
    let end = places.upperBound - 1
    var feed = bytes.firstIndex(of: UInt8(ascii: "\n"), in: places.lowerBound - 1..<end)
    var carriageReturn = bytes.firstIndex(of: UInt8(ascii: "\r"), in: places.lowerBound - 1..<end)
    while feed < end || carriageReturn < end {
      if feed < carriageReturn {
        starts.append(feed + 1)
        feed = bytes.firstIndex(of: UInt8(ascii: "\n"), in: feed + 1..<end)
      } else {
        let next = carriageReturn + 1
        if next == bytes.count || bytes[next] != UInt8(ascii: "\n") {
          starts.append(next)
          loneReturns += 1
        }
        carriageReturn = bytes.firstIndex(of: UInt8(ascii: "\r"), in: next..<end)
      }
    }
    return loneReturns
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a range of the buffer; the range's end if there is none.
  fileprivate func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
    guard let baseAddress, !range.isEmpty else { return range.upperBound }
    guard let found = memchr(baseAddress + range.lowerBound, Int32(byte), range.count) else { return range.upperBound }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
