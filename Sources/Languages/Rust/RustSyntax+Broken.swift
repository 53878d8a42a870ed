import TreeSitter

/// A part of a region that the parser gave up on.
enum RustFragment {
  /// An item or a statement in it that is one beyond doubt.
  case statement(Int32)
  /// Text of which nobody knows what it is, with the nodes found in it.
  case stray(Range<Int>, [Int32])
}

extension RustSyntax {
  /// What a region that does not parse consists of, in reading order. At least one part is stray.
  func fragments(of error: Int32) -> [RustFragment] {
    var found: [RustFragment] = []
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

  /// Whether a node in such a region is an item or a statement wherever it stands. An expression is not: it may be an
  /// argument of a call whose rest is not there.
  private func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .function, .implementation, .trait, .module, .structure, .enumeration, .union, .typeItem, .constant, .global,
      .use, .letDeclaration, .expressionStatement, .lineComment, .blockComment, .macroDefinition:
      !self[node].isMissing
    default: false
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound <= source.bytes.count else { return range }
    func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ";") }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(source.bytes[start]) { start += 1 }
    while end > start, isBlank(source.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
