/// The text of a macro's arguments, made into one that the grammar reads: byte for byte as long, so that every place in
/// it is the place in the file.
enum RustMacroText {
  enum Form {
    /// Expressions with commas between, or what the macros of loggers take beside: `%value`, `key = ?value`,
    /// `target: "x"`, `message; "key" => value`.
    case arguments
    /// An object, a list, a value, as in JSON.
    case json
    case plain
  }

  static func mask(_ bytes: inout [UInt8], _ range: Range<Int>, as form: Form) {
    switch form {
    case .arguments: maskArguments(&bytes, range)
    case .json: maskJSON(&bytes, range)
    case .plain: break
    }
  }

  private static func maskArguments(_ bytes: inout [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    var depth = 0
    // The last byte before that says something.
    var before = UInt8(ascii: ",")
    while at < range.upperBound {
      if let end = endOfLiteral(bytes, at, range.upperBound) {
        before = UInt8(ascii: "\"")
        at = end
        continue
      }
      let byte = bytes[at]
      let next = at + 1 < range.upperBound ? bytes[at + 1] : 0
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "@"):
        // A mark of how to show the value, not an operator: nothing stands before it.
        if depth == 0, before == UInt8(ascii: ",") || before == UInt8(ascii: "=") { bytes[at] = UInt8(ascii: " ") }
      case UInt8(ascii: ";"):
        if depth == 0 { bytes[at] = UInt8(ascii: ",") }
      case UInt8(ascii: "="):
        if depth == 0, next == UInt8(ascii: ">") {
          bytes[at] = UInt8(ascii: ",")
          bytes[at + 1] = UInt8(ascii: " ")
          at += 1
        }
      case UInt8(ascii: ":"):
        if depth == 0, next != UInt8(ascii: ":"), before != UInt8(ascii: ":"), before != UInt8(ascii: ">") {
          bytes[at] = UInt8(ascii: "=")
        }
      default: break
      }
      if bytes[at] > UInt8(ascii: " ") { before = bytes[at] }
      at += 1
    }
  }

  private static func maskJSON(_ bytes: inout [UInt8], _ range: Range<Int>) {
    enum Level { case object, list, other }
    var levels: [Level] = []
    var before = UInt8(ascii: ",")
    var at = range.lowerBound
    var hasKey = false
    while at < range.upperBound {
      if let end = endOfLiteral(bytes, at, range.upperBound) {
        before = UInt8(ascii: "\"")
        at = end
        continue
      }
      let byte = bytes[at]
      let next = at + 1 < range.upperBound ? bytes[at + 1] : 0
      // Whether what starts here is a value of the notation, not a part of an expression.
      let isPlain = levels.last != .other && (before == UInt8(ascii: ",") || before == UInt8(ascii: "("))
      var written = byte
      switch byte {
      case UInt8(ascii: "{"):
        levels.append(isPlain ? .object : .other)
        if isPlain { written = UInt8(ascii: "(") }
        hasKey = false
      case UInt8(ascii: "["): levels.append(isPlain ? .list : .other)
      case UInt8(ascii: "("): levels.append(.other)
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        if levels.popLast() == .object { written = UInt8(ascii: ")") }
        hasKey = true
      case UInt8(ascii: ":"):
        if levels.last == .object, !hasKey, next != UInt8(ascii: ":"), before != UInt8(ascii: ":") {
          written = UInt8(ascii: ",")
          hasKey = true
        }
      case UInt8(ascii: ","): hasKey = false
      default: break
      }
      bytes[at] = written
      if byte > UInt8(ascii: " ") {
        before = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") ? UInt8(ascii: "(") : written
      }
      at += 1
    }
  }

  /// Where the text or the comment ends that starts at an offset; nil where none does.
  static func endOfLiteral(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    let next = at + 1 < end ? bytes[at + 1] : 0
    switch bytes[at] {
    case UInt8(ascii: "/"):
      if next == UInt8(ascii: "/") {
        var stop = at
        while stop < end, bytes[stop] != UInt8(ascii: "\n") { stop += 1 }
        return stop
      }
      guard next == UInt8(ascii: "*") else { return nil }
      var stop = at + 2
      while stop + 1 < end, bytes[stop] != UInt8(ascii: "*") || bytes[stop + 1] != UInt8(ascii: "/") { stop += 1 }
      return min(stop + 2, end)
    case UInt8(ascii: "\""): return endOfText(bytes, at + 1, end)
    case UInt8(ascii: "r"):
      guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "#") else { return nil }
      guard at == 0 || !isWord(bytes[at - 1]) || bytes[at - 1] == UInt8(ascii: "b") else { return nil }
      return endOfRawText(bytes, at + 1, end)
    case UInt8(ascii: "'"):
      if next == UInt8(ascii: "\\") {
        var stop = at + 3
        while stop < end, bytes[stop] != UInt8(ascii: "'") { stop += 1 }
        return min(stop + 1, end)
      }
      // A lifetime has no quote behind it.
      for width in 2...5 where at + width < end && bytes[at + width] == UInt8(ascii: "'") {
        return width == 2 || next >= 0x80 ? at + width + 1 : nil
      }
      return nil
    default: return nil
    }
  }

  private static func endOfText(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at + 1, end)
  }

  private static func endOfRawText(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var hashes = 0
    var at = start
    while at < end, bytes[at] == UInt8(ascii: "#") {
      hashes += 1
      at += 1
    }
    guard at < end, bytes[at] == UInt8(ascii: "\"") else { return nil }
    at += 1
    while at < end {
      if bytes[at] == UInt8(ascii: "\"") {
        var found = 0
        while found < hashes, at + 1 + found < end, bytes[at + 1 + found] == UInt8(ascii: "#") { found += 1 }
        if found == hashes { return at + 1 + hashes }
      }
      at += 1
    }
    return end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
