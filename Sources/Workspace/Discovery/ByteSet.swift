/// A set of byte values.
struct ByteSet: Sendable, Equatable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  mutating func insert(where isMember: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where isMember(byte) { insert(byte) }
  }

  mutating func invert() {
    words = (~words.0, ~words.1, ~words.2, ~words.3)
  }

  static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }
}

extension ByteSet {
  /// Reads a bracket expression, whose `[` stands before `index`, and leaves the index behind its `]`. Nil where it is
  /// not closed or names a class that does not exist: such a pattern matches nothing.
  init?(bracketIn pattern: ArraySlice<UInt8>, at index: inout Int) {
    func byte(_ position: Int) -> UInt8? { position < pattern.endIndex ? pattern[position] : nil }
    let isNegated = byte(index) == UInt8(ascii: "!") || byte(index) == UInt8(ascii: "^")
    if isNegated { index += 1 }
    let first = index
    var rangeStart: UInt8?
    while let current = byte(index) {
      index += 1
      switch current {
      case UInt8(ascii: "]") where index - 1 > first:
        if isNegated { invert() }
        return
      case UInt8(ascii: "[") where byte(index) == UInt8(ascii: ":"):
        guard let close = pattern[index...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if close - 1 > index, pattern[close - 1] == UInt8(ascii: ":") {
          guard insertClass(named: String(decoding: pattern[index + 1..<close - 1], as: UTF8.self)) else { return nil }
          index = close + 1
          rangeStart = nil
        } else {
          insert(current)
          rangeStart = current
        }
      case UInt8(ascii: "-"):
        if let start = rangeStart, let end = byte(index), end != UInt8(ascii: "]") {
          index += 1
          var last = end
          if end == UInt8(ascii: "\\") {
            guard let escaped = byte(index) else { return nil }
            index += 1
            last = escaped
          }
          if start <= last { insert { start...last ~= $0 } }
          rangeStart = nil
        } else {
          insert(current)
          rangeStart = current
        }
      case UInt8(ascii: "\\"):
        guard let escaped = byte(index) else { return nil }
        index += 1
        insert(escaped)
        rangeStart = escaped
      default:
        insert(current)
        rangeStart = current
      }
    }
    return nil
  }

  /// False for a name that is none of POSIX's. Only ASCII has classes.
  private mutating func insertClass(named name: String) -> Bool {
    let letters: (UInt8) -> Bool = { (0x41...0x5A).contains($0 & 0xDF) }
    let digits: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    switch name {
    case "alnum": insert { letters($0) || digits($0) }
    case "alpha": insert(where: letters)
    case "blank": insert { $0 == 0x20 || $0 == 0x09 }
    case "cntrl": insert { $0 < 0x20 || $0 == 0x7F }
    case "digit": insert(where: digits)
    case "graph": insert { (0x21...0x7E).contains($0) }
    case "lower": insert { (0x61...0x7A).contains($0) }
    case "print": insert { (0x20...0x7E).contains($0) }
    case "punct": insert { (0x21...0x7E).contains($0) && !letters($0) && !digits($0) }
    case "space": insert { (0x09...0x0D).contains($0) || $0 == 0x20 }
    case "upper": insert { (0x41...0x5A).contains($0) }
    case "xdigit": insert { digits($0) || (0x41...0x46).contains($0 & 0xDF) }
    default: return false
    }
    return true
  }
}
