import TreeSitter

/// A part of a region that the parser gave up on.
enum CSharpFragment {
  /// A statement in it that is one beyond doubt.
  case statement(Int32)
  /// Text of which nobody knows what it is, with the nodes found in it.
  case stray(Range<Int>, [Int32])
}

extension CSharpSyntax {
  /// What a region that does not parse consists of, in reading order. At least one part is stray.
  func fragments(of error: Int32) -> [CSharpFragment] {
    var found: [CSharpFragment] = []
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
        if kind(child) != .comment { found.append(.statement(child)) }
        start = range(child).upperBound
      } else {
        nodes.append(child)
      }
    }
    end(range(error).upperBound)
    return hasStray ? found : [.stray(range(error), [])] + found
  }

  /// Whether a node in such a region is a statement or a declaration wherever it stands.
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .class, .struct, .record, .interface, .enum, .method, .constructor, .property, .field, .namespace,
      .fileNamespace, .usingDirective, .globalStatement, .declarationList, .delegateDeclaration,
      .if, .for, .forEach, .while, .do, .try, .switch, .return, .throw, .break, .continue, .yield, .usingStatement,
      .lock, .localDeclaration, .localFunction, .expressionStatement, .block, .comment, .preprocRegion,
      .preprocEndRegion, .preprocPragma, .preprocNullable:
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
