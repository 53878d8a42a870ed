extension RustMacroText {
  /// The parts of a text between the commas that stand in no brackets.
  static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var at = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while at < end {
      if let after = endOfLiteral(bytes, at, end) {
        at = after
        continue
      }
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        found.append(start..<at)
        start = at + 1
      default: break
      }
      at += 1
    }
    if start < end { found.append(start..<end) }
    return found
  }

  /// A range without blanks and a comma at its end.
  static func withoutComma(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = min(range.upperBound, bytes.count)
    while end > range.lowerBound, bytes[end - 1] <= UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    return range.lowerBound..<max(range.lowerBound, end)
  }

  /// One way on in a `select!`.
  struct Branch {
    /// Nil for what is done when there is nothing to wait for.
    var future: Range<Int>?
    var pattern: Range<Int>?
    var body: Range<Int>
  }

  /// What a `select!` waits for, and what it does then; empty where that does not read as such.
  static func branches(_ bytes: [UInt8], _ range: Range<Int>) -> [Branch] {
    var found: [Branch] = []
    var at = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while let head = scan(bytes, at..<end, until: .arrow) {
      var start = at
      // `biased;`
      if let semicolon = scan(bytes, at..<head, until: .semicolon) { start = semicolon + 1 }
      guard let body = body(bytes, head + 2..<end) else { return [] }
      var branch = Branch(future: nil, pattern: nil, body: body.range)
      if let equals = scan(bytes, start..<head, until: .equals) {
        branch.pattern = trimmed(bytes, start..<equals)
        let future = equals + 1..<head
        branch.future = split(bytes, future).first ?? future
      } else if !["else", "default", "complete"].contains(word(bytes, start..<head)) {
        return []
      }
      found.append(branch)
      at = body.next
      guard found.count < 64 else { return [] }
    }
    return found
  }

  private enum Mark { case arrow, equals, semicolon }

  /// Where a mark stands first, outside of brackets.
  private static func scan(_ bytes: [UInt8], _ range: Range<Int>, until mark: Mark) -> Int? {
    var depth = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if let after = endOfLiteral(bytes, at, range.upperBound) {
        at = after
        continue
      }
      let next = at + 1 < range.upperBound ? bytes[at + 1] : 0
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ";") where depth == 0 && mark == .semicolon: return at
      case UInt8(ascii: "=") where depth == 0:
        if next == UInt8(ascii: ">") {
          if mark == .arrow { return at }
          at += 1
        } else if next == UInt8(ascii: "=") {
          at += 1
        } else if mark == .equals {
          return at
        }
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func body(_ bytes: [UInt8], _ range: Range<Int>) -> (range: Range<Int>, next: Int)? {
    let parts = split(bytes, range)
    guard let first = parts.first else { return nil }
    var start = first.lowerBound
    while start < first.upperBound, bytes[start] <= UInt8(ascii: " ") { start += 1 }
    guard start < first.upperBound, bytes[start] == UInt8(ascii: "{") else {
      return (first, min(first.upperBound + 1, range.upperBound))
    }
    // A block needs no comma behind it.
    var depth = 0
    var at = start
    while at < range.upperBound {
      if let after = endOfLiteral(bytes, at, range.upperBound) {
        at = after
        continue
      }
      if bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if bytes[at] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { break }
      }
      at += 1
    }
    guard at < range.upperBound else { return nil }
    var next = at + 1
    while next < range.upperBound, bytes[next] <= UInt8(ascii: " ") || bytes[next] == UInt8(ascii: ",") { next += 1 }
    return (start + 1..<at, next)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] <= UInt8(ascii: " ") { start += 1 }
    var end = range.upperBound
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  private static func word(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[trimmed(bytes, range)], as: UTF8.self)
  }
}
