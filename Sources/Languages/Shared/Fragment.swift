import TreeSitter

/// A part of a region that the parser gave up on.
enum Fragment {
  /// A statement or declaration in it that is one beyond doubt.
  case statement(Int32)
  /// Text of which nobody knows what it is, with the nodes found in it.
  case stray(Range<Int>, [Int32])
}

/// A grammar of whose statements some are known for what they are wherever they stand.
protocol FragmentedSyntax: GrammarSyntax {
  /// Whether a node in a region that does not parse is a statement, a declaration or a comment wherever it stands. An
  /// expression is not: it may be an argument of a call whose rest is not there.
  func isWhole(_ node: Int32) -> Bool
  func isComment(_ node: Int32) -> Bool
  /// Whether a byte at the edge of what nobody knows says nothing.
  static func isBlank(_ byte: UInt8) -> Bool
}

extension FragmentedSyntax {
  static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ";") }

  /// What a region that does not parse consists of, in reading order: often the parser gives up on a whole file, with
  /// all of its functions read well, for one bracket. At least one part is stray.
  func fragments(of error: Int32) -> [Fragment] {
    var found: [Fragment] = []
    var nodes: [Int32] = []
    var start = range(error).lowerBound
    var hasStray = false
    func end(_ upTo: Int) {
      let text = trimmed(start..<max(start, upTo))
      guard !text.isEmpty || !nodes.isEmpty else { return }
      found.append(.stray(text, nodes))
      nodes = []
      hasStray = true
    }
    for child in children(error) {
      if isWhole(child) {
        end(range(child).lowerBound)
        if !isComment(child) { found.append(.statement(child)) }
        start = max(start, range(child).upperBound)
      } else {
        nodes.append(child)
      }
    }
    end(range(error).upperBound)
    return hasStray ? found : [.stray(range(error), [])] + found
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound <= source.bytes.count else { return range }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, Self.isBlank(source.bytes[start]) { start += 1 }
    while end > start, Self.isBlank(source.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
