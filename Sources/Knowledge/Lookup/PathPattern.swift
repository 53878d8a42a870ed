/// How knowledge files write the paths they speak of.
///
/// A path is a row of segments, with a dot between each two. In a pattern
/// * `*` stands for any characters of a segment but parentheses, so that `*` alone is any name, `*()` the value of any
///   call, `*/models/*` the path of a module,
/// * `[A-Z]*` stands for any name that begins with a capital, as types do, also behind the last slash of a module's
///   path,
/// * `**` as a segment stands for any number of segments, also none,
/// * `{get,head}` stands for each of its alternatives: it is short for several patterns.
enum PathPattern {
  /// How many patterns one with braces may stand for.
  static let alternativesLimit = 4_096

  /// What is wrong with a pattern; nil when nothing is.
  static func problem(with pattern: String) -> String? {
    var pattern = pattern
    return pattern.withUTF8 { problem(with: $0) }
  }

  private static func problem(with pattern: UnsafeBufferPointer<UInt8>) -> String? {
    guard !pattern.isEmpty else { return "a path cannot be empty" }
    var isInBraces = false
    var patterns = 1
    var alternatives = 1
    for byte in pattern {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
        return "a path has no spaces, quotes or backslashes"
      case UInt8(ascii: "{"):
        if isInBraces { return "braces do not nest" }
        isInBraces = true
        alternatives = 1
      case UInt8(ascii: ",") where isInBraces:
        alternatives += 1
      case UInt8(ascii: "}"):
        guard isInBraces else { return "'}' has no '{' before it" }
        isInBraces = false
        patterns = patterns.multipliedReportingOverflow(by: alternatives).partialValue
        if patterns > alternativesLimit || patterns <= 0 { return "too many alternatives" }
      default: break
      }
    }
    if isInBraces { return "'{' has no '}' after it" }
    var problem: String?
    forEach(in: pattern) { path in
      for segment in path.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) where problem == nil {
        problem = Segment.problem(with: segment)
      }
      if problem == nil, path.allSatisfy({ $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "*") }) {
        problem = "a path needs a name"
      }
    }
    return problem
  }

  /// Calls `body` with each pattern without braces that this one stands for.
  static func forEach(in pattern: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard pattern.contains(UInt8(ascii: "{")) else { return body(pattern) }
    forEachAlternative(in: pattern) { forEach(in: $0, body) }
  }

  /// Calls `body` with the pattern for each alternative of its first braces; not at all where they do not close.
  static func forEachAlternative(
    in pattern: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let open = pattern.firstIndex(of: UInt8(ascii: "{")),
      let close = pattern[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: pattern.count) { buffer in
      var start = open + 1
      while start <= close {
        let end = pattern[start..<close].firstIndex(of: UInt8(ascii: ",")) ?? close
        var count = 0
        for part in [0..<open, start..<end, (close + 1)..<pattern.count] {
          for index in part {
            buffer.initializeElement(at: count, to: pattern[index])
            count += 1
          }
        }
        body(UnsafeBufferPointer(rebasing: buffer[..<count]))
        start = end + 1
      }
    }
  }
}

extension PathPattern {
  /// One segment of a pattern without braces.
  enum Segment {
    case literal
    /// `**`
    case rest
    case wildcard(Shape)

    /// Where the parts of a segment are that are no stars.
    struct Shape {
      var prefix: Range<Int>
      /// Between two stars; empty where there is one.
      var infix: Range<Int>
      var suffix: Range<Int>
      /// What the star stands for begins with a capital.
      var isType: Bool
    }

    init(_ segment: UnsafeBufferPointer<UInt8>) {
      guard let first = segment.firstIndex(of: UInt8(ascii: "*")), let last = segment.lastIndex(of: UInt8(ascii: "*"))
      else {
        self = .literal
        return
      }
      if segment.count == 2, first != last {
        self = .rest
        return
      }
      let isType = segment[..<first].elementsEqual("[A-Z]".utf8)
      self = .wildcard(
        Shape(
          prefix: 0..<(isType ? 0 : first),
          infix: min(first + 1, last)..<last,
          suffix: (last + 1)..<segment.count,
          isType: isType
        )
      )
    }

    static func problem(with segment: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
      if segment.elementsEqual("**".utf8) { return nil }
      let stars = segment.indices.filter { segment[$0] == UInt8(ascii: "*") }
      if stars.count > 2 || stars.count == 2 && stars[1] == stars[0] + 1 {
        return "'**' stands alone between dots, and a segment has two '*' at most, with something between"
      }
      var name = segment
      while name.count >= 2, name.suffix(2).elementsEqual("()".utf8) { name = name.dropLast(2) }
      if name.contains(UInt8(ascii: "(")) || name.contains(UInt8(ascii: ")")) {
        return "parentheses are written '()' and end a segment"
      }
      if name.elementsEqual("[A-Z]*".utf8) { return nil }
      if name.contains(UInt8(ascii: "[")) || name.contains(UInt8(ascii: "]")) {
        return "brackets are written '[A-Z]*' only, and that is the whole name"
      }
      return nil
    }
  }
}
