/// Counts code units along a line. Takes time in the part of the line before the place asked for; where the text is
/// known to be valid, a third of a nanosecond or so per byte.
struct ColumnMeasure {
  let encoding: PositionEncoding
  /// Whether the bytes are known to be UTF-8, so that the units of eight of them can be told without decoding.
  let isValid: Bool

  init(_ encoding: PositionEncoding, _ content: TextContent) {
    self.encoding = encoding
    isValid = content < .unknown
  }

  /// The code units from the start of a scalar to the start of the one that holds `offset`, and that start.
  func units(
    from start: Int,
    to offset: Int,
    lineEnd: Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (units: Int, end: Int) {
    isValid
      ? countedUnits(from: start, to: offset, lineEnd: lineEnd, of: bytes)
      : decodedUnits(from: start, to: offset, lineEnd: lineEnd, of: bytes)
  }

  /// The offset so many code units behind the start of `line`, or the line's end if it has fewer. Inside a scalar, the
  /// scalar's start.
  func offset(ofColumn column: Int, in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    isValid
      ? countedOffset(ofColumn: column, in: line, of: bytes) : decodedOffset(ofColumn: column, in: line, of: bytes)
  }
}

// MARK: - Known to be valid

extension ColumnMeasure {
  private func countedUnits(
    from start: Int,
    to offset: Int,
    lineEnd: Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (units: Int, end: Int) {
    let end = Self.scalarStart(at: offset, between: start, and: lineEnd, of: bytes)
    guard encoding != .utf8 else { return (end - start, end) }
    var units = 0
    var index = start
    while index &+ 8 <= end {
      units &+= self.units(startingIn: UTF8Bytes.word(in: bytes, at: index))
      index &+= 8
    }
    while index < end {
      units &+= self.units(startingAt: bytes[index])
      index &+= 1
    }
    return (units, end)
  }

  private func countedOffset(ofColumn column: Int, in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard encoding != .utf8 else {
      let offset = line.lowerBound + min(column, line.count)
      return Self.scalarStart(at: offset, between: line.lowerBound, and: line.upperBound, of: bytes)
    }
    var remaining = column
    var index = line.lowerBound
    while index &+ 8 <= line.upperBound {
      let units = units(startingIn: UTF8Bytes.word(in: bytes, at: index))
      guard units <= remaining else { break }
      remaining &-= units
      index &+= 8
    }
    while index < line.upperBound {
      let units = units(startingAt: bytes[index])
      guard units <= remaining else { break }
      remaining &-= units
      index &+= 1
    }
    return index
  }

  private static func scalarStart(
    at offset: Int,
    between start: Int,
    and end: Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var offset = offset
    while offset > start, offset < end, UTF8Bytes.isContinuation(bytes[offset]) { offset &-= 1 }
    return offset
  }

  /// The units of the scalars that start in a word: those that end in a later one count here.
  private func units(startingIn word: UInt64) -> Int {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let continuations = word & ~(word << 1) & highBits
    let scalars = 8 &- continuations.nonzeroBitCount
    guard encoding == .utf16 else { return scalars }
    let fourBytes = word & (word << 1) & (word << 2) & (word << 3) & highBits
    return scalars &+ fourBytes.nonzeroBitCount
  }

  private func units(startingAt byte: UInt8) -> Int {
    if UTF8Bytes.isContinuation(byte) { return 0 }
    return encoding == .utf16 && byte >= 0xF0 ? 2 : 1
  }
}

// MARK: - Anything

extension ColumnMeasure {
  private func decodedUnits(
    from start: Int,
    to offset: Int,
    lineEnd: Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (units: Int, end: Int) {
    var units = 0
    var index = start
    while true {
      let plain = UTF8Bytes.endOfASCII(in: bytes, from: index, to: offset)
      units += plain - index
      guard plain < offset else { return (units, plain) }
      let length = UTF8Bytes.scalar(in: bytes, at: plain, end: lineEnd).length
      index = plain + length
      guard index <= offset else { return (units, plain) }
      units += self.units(ofLength: length)
    }
  }

  private func decodedOffset(ofColumn column: Int, in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var remaining = column
    var index = line.lowerBound
    while true {
      let plain = UTF8Bytes.endOfASCII(in: bytes, from: index, to: index + min(remaining, line.upperBound - index))
      remaining -= plain - index
      guard plain < line.upperBound else { return plain }
      let length = UTF8Bytes.scalar(in: bytes, at: plain, end: line.upperBound).length
      let units = units(ofLength: length)
      guard units <= remaining else { return plain }
      remaining -= units
      index = plain + length
    }
  }

  private func units(ofLength length: Int) -> Int {
    switch encoding {
    case .utf8: length
    case .utf16: length == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}
