import TreeSitter

extension SwiftSyntax {
  static let coalescing = 5
  static let comparing = 4
  static let conjunction = 3
  static let disjunction = 2
  static let ranging = 7

  enum Mark { case nilMark }

  /// How tight an operator binds.
  func precedence(_ mark: Int32) -> Int {
    let range = range(mark)
    guard let first = source.slice(range).first else { return 0 }
    if range.count > 1, source.bytes[range.upperBound - 1] == UInt8(ascii: "="), !compares(mark) { return 0 }
    switch (first, range.count) {
    case (UInt8(ascii: "&"), 2): return isText(mark, "&&") ? SwiftSyntax.conjunction : 9
    case (UInt8(ascii: "|"), 2): return isText(mark, "||") ? SwiftSyntax.disjunction : 8
    case (UInt8(ascii: "?"), _): return SwiftSyntax.coalescing
    case (UInt8(ascii: "="), 2), (UInt8(ascii: "!"), _), (UInt8(ascii: "="), 3), (UInt8(ascii: "~"), 2):
      return SwiftSyntax.comparing
    case (UInt8(ascii: "<"), 1), (UInt8(ascii: ">"), 1): return SwiftSyntax.comparing
    case (UInt8(ascii: "<"), 2), (UInt8(ascii: ">"), 2):
      return isText(mark, "<<") || isText(mark, ">>") ? 10 : SwiftSyntax.comparing
    case (UInt8(ascii: "."), _): return isText(mark, "...") || isText(mark, "..<") ? SwiftSyntax.ranging : 4
    case (UInt8(ascii: "+"), _), (UInt8(ascii: "-"), _), (UInt8(ascii: "|"), _), (UInt8(ascii: "^"), _): return 8
    case (UInt8(ascii: "*"), _), (UInt8(ascii: "/"), _), (UInt8(ascii: "%"), _), (UInt8(ascii: "&"), _): return 9
    // An operator of somebody's own binds tighter than a choice, and than nothing else that is known here.
    default: return 1
    }
  }

  private func compares(_ mark: Int32) -> Bool {
    for text: StaticString in ["==", "!=", "<=", ">=", "===", "!==", "~="] where isText(mark, text) { return true }
    return false
  }

  func isOnly(_ marks: ArraySlice<Int32>, _ mark: Mark) -> Bool {
    marks.count == 1 && marks.allSatisfy { isText($0, "??") }
  }

  /// Whether an operator writes to what is on its left: `|=`, `<<=`.
  func assigns(_ mark: Int32) -> Bool {
    guard source.slice(range(mark)).last == UInt8(ascii: "=") else { return false }
    return precedence(mark) != SwiftSyntax.comparing
  }

  func operands(_ node: Int32) -> [Int32] { children(node).filter { isPart($0) && kind($0) != .customOperator } }

  /// The operator of a sequence of two, whose parts are its named children otherwise.
  func mark(in node: Int32) -> Int32? { children(node).first { !self[$0].isNamed || kind($0) == .customOperator } }

  /// Whether a node is `a && b`, or `a || b`.
  func isWord(_ node: Int32, _ level: Int) -> Bool {
    kind(node) == (level == SwiftSyntax.conjunction ? .conjunction : .disjunction)
  }
}
