/// Writes values as bytes, or reads them back: which of the two is told when it is made, so that a type names each of
/// its fields once.
///
/// Numbers take as many bytes as they need; a text is written where it comes first, and by its number after that. There
/// is nothing in the bytes to tell one type from another: who keeps them knows what they are. Reading is total: bytes
/// that were never written by this end in an error, or in some value.
package struct ByteCoder {
  package struct Malformed: Error {
    package init() {}
  }

  private var bytes: [UInt8]
  private var at = 0
  private let isReading: Bool
  /// Writing: the numbers of the texts so far.
  private var numbers: [String: UInt64] = [:]
  /// Reading: the texts so far.
  private var texts: [String] = []

  private init(_ bytes: [UInt8], isReading: Bool) {
    self.bytes = bytes
    self.isReading = isReading
  }

  /// The bytes of a value.
  package static func bytes<Value: Coded>(of value: Value) -> [UInt8] {
    var coder = ByteCoder([], isReading: false)
    var value = value
    do throws(Malformed) {
      try value.code(&coder)
    } catch {
      // Writing does not fail; what reads these finds them too short.
      return []
    }
    return coder.bytes
  }

  /// The value of some bytes; nil where they are not exactly one.
  package static func value<Value: Coded>(_ type: Value.Type = Value.self, from bytes: [UInt8]) -> Value? {
    var coder = ByteCoder(bytes, isReading: true)
    var value = Value.blank
    do throws(Malformed) {
      try value.code(&coder)
    } catch {
      return nil
    }
    return coder.at == bytes.count && value.isSound ? value : nil
  }
}

/// A value that can be written as bytes and read back.
package protocol Coded {
  /// What reading starts with.
  static var blank: Self { get }
  /// Writes or reads each field, in the same order.
  mutating func code(_ coder: inout ByteCoder) throws(ByteCoder.Malformed)
  /// Whether what was read holds what everybody may count on.
  var isSound: Bool { get }
}

extension Coded {
  package var isSound: Bool { true }
}

// MARK: - Numbers

extension ByteCoder {
  /// A number, in groups of seven bits, the lowest first.
  package mutating func code(_ value: inout UInt64) throws(Malformed) {
    guard isReading else {
      var rest = value
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
      return
    }
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard at < bytes.count, shift < 64 else { throw Malformed() }
      let byte = bytes[at]
      at &+= 1
      result |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80 else { break }
      shift &+= 7
    }
    value = result
  }

  package mutating func code<Number: FixedWidthInteger & UnsignedInteger>(_ value: inout Number) throws(Malformed) {
    var wide = UInt64(truncatingIfNeeded: value)
    try code(&wide)
    guard let narrow = Number(exactly: wide) else { throw Malformed() }
    value = narrow
  }

  /// A number that may be negative, and seldom is.
  package mutating func code<Number: FixedWidthInteger & SignedInteger>(_ value: inout Number) throws(Malformed) {
    let wide = Int64(truncatingIfNeeded: value)
    var folded = UInt64(bitPattern: wide << 1 ^ wide >> 63)
    try code(&folded)
    guard let narrow = Number(exactly: Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)) else {
      throw Malformed()
    }
    value = narrow
  }

  package mutating func code(_ value: inout Bool) throws(Malformed) {
    var number: UInt8 = value ? 1 : 0
    try code(&number)
    value = number != 0
  }

  package mutating func code<Set: OptionSet>(_ value: inout Set) throws(Malformed)
  where Set.RawValue: FixedWidthInteger & UnsignedInteger {
    var raw = value.rawValue
    try code(&raw)
    value = Set(rawValue: raw)
  }

  package mutating func code<Choice: RawRepresentable>(choice value: inout Choice) throws(Malformed)
  where Choice.RawValue == UInt8 {
    var raw = value.rawValue
    try code(&raw)
    guard let choice = Choice(rawValue: raw) else { throw Malformed() }
    value = choice
  }

  /// One of a few, by its place among them.
  package mutating func code<Choice: Equatable>(_ value: inout Choice, of all: [Choice]) throws(Malformed) {
    var place = UInt64(all.firstIndex(of: value) ?? all.count)
    try code(&place)
    guard let index = Int(exactly: place), all.indices.contains(index) else { throw Malformed() }
    value = all[index]
  }

  package mutating func code<Bound: FixedWidthInteger & SignedInteger>(
    _ value: inout Range<Bound>
  ) throws(Malformed) {
    var (lower, upper) = (value.lowerBound, value.upperBound)
    try code(&lower)
    try code(&upper)
    guard lower <= upper else { throw Malformed() }
    value = lower..<upper
  }
}

// MARK: - Texts

extension ByteCoder {
  package mutating func code(_ value: inout String) throws(Malformed) {
    guard isReading else {
      var number = numbers[value] ?? 0
      try code(&number)
      guard number == 0 else { return }
      numbers[value] = UInt64(numbers.count) &+ 1
      let text = Array(value.utf8)
      var count = UInt64(text.count)
      try code(&count)
      bytes += text
      return
    }
    var number: UInt64 = 0
    try code(&number)
    if number > 0 {
      guard let index = Int(exactly: number &- 1), index < texts.count else { throw Malformed() }
      value = texts[index]
      return
    }
    let count = try count()
    value = String(decoding: bytes[at..<(at + count)], as: UTF8.self)
    texts.append(value)
    at += count
  }

  package mutating func code(_ value: inout String?) throws(Malformed) {
    var isThere = value != nil
    try code(&isThere)
    var text = value ?? ""
    if isThere { try code(&text) }
    if isReading { value = isThere ? text : nil }
  }

  /// How many things follow, of which each takes a byte at least.
  private mutating func count() throws(Malformed) -> Int {
    var count: UInt64 = 0
    try code(&count)
    guard let count = Int(exactly: count), count <= bytes.count - at else { throw Malformed() }
    return count
  }
}

// MARK: - What is made of them

extension ByteCoder {
  package mutating func code<Value: Coded>(_ value: inout Value) throws(Malformed) { try value.code(&self) }

  package mutating func code<Value: Coded>(_ value: inout Value?) throws(Malformed) {
    var isThere = value != nil
    try code(&isThere)
    guard isThere else {
      value = nil
      return
    }
    var inner = value ?? .blank
    try inner.code(&self)
    value = inner
  }

  package mutating func code<Value: Coded>(_ values: inout [Value]) throws(Malformed) {
    try code(&values, blank: .blank) { value, coder throws(Malformed) in try value.code(&coder) }
  }

  package mutating func code(_ values: inout [String]) throws(Malformed) {
    try code(&values, blank: "") { value, coder throws(Malformed) in try coder.code(&value) }
  }

  package mutating func code<Number: FixedWidthInteger & UnsignedInteger>(
    _ values: inout [Number]
  ) throws(Malformed) {
    try code(&values, blank: 0) { value, coder throws(Malformed) in try coder.code(&value) }
  }

  /// Numbers that are large as a rule: four bytes each.
  package mutating func code(wide values: inout [UInt32]) throws(Malformed) {
    guard isReading else {
      var count = UInt64(values.count)
      try code(&count)
      for value in values {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
      }
      return
    }
    let count = try count()
    guard count <= (bytes.count - at) / 4 else { throw Malformed() }
    let start = at
    values = bytes.withUnsafeBytes { buffer in
      (0..<count).map { index in
        UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self))
      }
    }
    at += count * 4
  }

  private mutating func code<Value>(
    _ values: inout [Value],
    blank: Value,
    _ body: (inout Value, inout ByteCoder) throws(Malformed) -> Void
  ) throws(Malformed) {
    guard isReading else {
      var count = UInt64(values.count)
      try code(&count)
      for var value in values { try body(&value, &self) }
      return
    }
    let count = try count()
    var read: [Value] = []
    // Not all at once: what claims to be many may be few.
    read.reserveCapacity(min(count, 1_024))
    for _ in 0..<count {
      var value = blank
      try body(&value, &self)
      read.append(value)
    }
    values = read
  }
}
