/// Go 1.26 lets `new` take a value (`new(int64(0))`, `new("eth0")`); the grammar knows it with a type alone, and reads
/// a syntax error that spoils the function around. Such a `new` is shown to the parser as a name like any other.
enum GoMasking {
  static func masked(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var masked: [UInt8]?
    var at = 3
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "("), isWord(endingAt: at, in: bytes), takesValue(behind: at + 1, in: bytes) {
        if masked == nil { masked = Array(bytes) }
        masked?[at - 1] = UInt8(ascii: "W")
      }
      at += 1
    }
    return masked
  }

  /// Whether `new` stands right before a bracket, as a word of its own.
  private static func isWord(endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[end - 1] == UInt8(ascii: "w"), bytes[end - 2] == UInt8(ascii: "e"), bytes[end - 3] == UInt8(ascii: "n")
    else { return false }
    guard end > 3 else { return true }
    let before = bytes[end - 4]
    return !isOfName(before) && before != UInt8(ascii: ".")
  }

  /// Whether what stands in the bracket cannot be a type: a literal, or a name with more behind it than its brackets.
  private static func takesValue(behind start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = start
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"),
      UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "^"):
      return true
    case let byte where isOfName(byte): break
    default: return false
    }
    let name = at
    while at < bytes.count, isOfName(bytes[at]) || bytes[at] == UInt8(ascii: ".") { at += 1 }
    if isTypeWord(name..<at, in: bytes) { return false }
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "="),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"):
      return true
    default: return false
    }
  }

  private static func isTypeWord(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for word in ["func", "map", "chan", "struct", "interface"] as [StaticString]
    where word.utf8CodeUnitCount == range.count {
      var matched = 0
      while matched < range.count, word.utf8Start[matched] == bytes[range.lowerBound + matched] { matched += 1 }
      if matched == range.count { return true }
    }
    return false
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
