extension JSONParser {
  /// The number that begins at `index`, which is at a digit or `-`.
  mutating func number() throws(Failure) -> JSONValue {
    let start = index
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index &+= 1 }
    let (magnitude, fits) = try wholePart(of: start)
    let isWhole = try !fractionAndExponent(of: start)
    if isWhole && fits { return .integer(isNegative ? -magnitude : magnitude) }
    return try slowNumber(from: start, isWhole: isWhole)
  }

  /// The digits before the point; `fits` is false when their value is not to be relied on.
  private mutating func wholePart(of start: Int) throws(Failure) -> (magnitude: Int64, fits: Bool) {
    let first = index
    var magnitude: Int64 = 0
    while index < bytes.count, let digit = Self.digit(bytes[index]) {
      magnitude = magnitude &* 10 &+ Int64(digit)
      index &+= 1
    }
    let count = index &- first
    guard count > 0 else { throw Failure(reason: .malformedNumber, offset: start) }
    guard count == 1 || bytes[first] != UInt8(ascii: "0") else {
      throw Failure(reason: .malformedNumber, offset: start)
    }
    // 18 digits always fit 64 bits.
    return (magnitude, count <= 18)
  }

  /// Moves over what makes a number a fraction; false when there is nothing of the kind.
  private mutating func fractionAndExponent(of start: Int) throws(Failure) -> Bool {
    var found = false
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      found = true
      index &+= 1
      try digits(of: start)
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      found = true
      index &+= 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index &+= 1 }
      try digits(of: start)
    }
    return found
  }

  private mutating func digits(of start: Int) throws(Failure) {
    let first = index
    while index < bytes.count, Self.digit(bytes[index]) != nil { index &+= 1 }
    guard index > first else { throw Failure(reason: .malformedNumber, offset: start) }
  }

  private func slowNumber(from start: Int, isWhole: Bool) throws(Failure) -> JSONValue {
    // Nobody writes such a number; a reader of decimals must not be asked to round a megabyte of digits.
    guard index &- start <= 1_000 else { throw Failure(reason: .malformedNumber, offset: start) }
    let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text) else { throw Failure(reason: .malformedNumber, offset: start) }
    guard number.isFinite else { throw Failure(reason: .numberOutOfRange, offset: start) }
    return .double(number)
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? value : nil
  }
}
