import TreeSitter

/// A part of a region that the parser gave up on.
enum RubyFragment {
  /// A statement in it that is one beyond doubt.
  case statement(Int32)
  /// Text of which nobody knows what it is, with the nodes found in it.
  case stray(Range<Int>, [Int32])
}

extension RubySyntax {
  /// What a region that does not parse consists of, in reading order. At least one part is stray.
  func fragments(of error: Int32) -> [RubyFragment] {
    var found: [RubyFragment] = []
    var nodes: [Int32] = []
    var start = range(error).lowerBound
    var hasStray = false
    func end(_ upTo: Int) {
      let text = RubyText.trimmed(start..<max(start, upTo), in: source.bytes)
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

  /// Whether a node in such a region is a statement wherever it stands.
  private func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .method, .singletonMethod, .class, .module, .singletonClass, .if, .unless, .while, .until, .for, .case,
      .caseMatch, .begin, .return, .comment, .ifModifier, .unlessModifier, .alias, .undef:
      !self[node].isMissing
    default: false
    }
  }
}
