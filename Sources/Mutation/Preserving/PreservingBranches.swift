import Behaviour
import Rules

/// Branches the other way round.
extension MutationFinder {
  func invertedBranch() -> [Mutation.Edit]? {
    for index in tree.nodes.indices where tree.nodes[index].kind == .branch && tree.nodes[index].role == .statement {
      let node = NodeIndex(index)
      guard !tree[node].has(.match), !tree[node].has(.expression), let arm = tree.child(node, .arm),
        let other = tree.child(node, .otherwise), let start = start(ofStatement: node),
        start == place(node).lowerBound, let edit = inverted(node, arm, other)
      else { continue }
      return [edit]
    }
    return nil
  }

  private func inverted(_ node: NodeIndex, _ arm: NodeIndex, _ other: NodeIndex) -> Mutation.Edit? {
    let range = place(node)
    let indent = indent(at: range.lowerBound)
    switch phrasing.blocks {
    case .braces:
      guard let first = braced(arm), let second = braced(other), first.upperBound <= second.lowerBound,
        let condition = condition(of: node, before: first.lowerBound)
      else { return nil }
      let new = "if \(negated(condition)) \(text(second)) else \(text(first))"
      return Mutation.Edit(range: range.lowerBound..<second.upperBound, replacement: new)
    case .indented, .keywords:
      let one = place(arm).lowerBound
      guard let condition = condition(of: node, before: headEnd(of: arm)), let a = lines(arm), let b = lines(other),
        !b.hasPrefix("el"), one > range.lowerBound
      else { return nil }
      let inner = self.indent(at: start(ofBlock: arm))
      let isIndented = phrasing.blocks == .indented
      let new =
        "if \(negated(condition))\(isIndented ? ":" : "")\n\(inner)\(b)\n\(indent)else\(isIndented ? ":" : "")\n\(inner)\(a)"
      return Mutation.Edit(range: range, replacement: isIndented ? new : new + "\n\(indent)end")
    }
  }

  /// Where the first statement of a block starts; in some languages the block begins with the white space in front.
  func start(ofBlock block: NodeIndex) -> Int {
    let range = place(block)
    return bytes[range].firstIndex { !isSpace($0) } ?? range.lowerBound
  }

  /// Where the line ends on which a branch asks.
  private func headEnd(of arm: NodeIndex) -> Int {
    phrasing.blocks == .indented ? start(ofBlock: arm) : lineStart(of: start(ofBlock: arm))
  }

  /// The text of a block that has lines of its own.
  private func lines(_ block: NodeIndex) -> String? {
    let start = start(ofBlock: block)
    guard start < place(block).upperBound, indent(at: start).utf8.count == start - lineStart(of: start) else {
      return nil
    }
    let text = text(start..<place(block).upperBound).trimmed
    // Of `else` the block may hold the word.
    return text.hasPrefix("else") ? nil : text
  }

  /// `if bad { leave }` and all behind it, as `if !bad { all } else { leave }`.
  func guardToElse() -> [Mutation.Edit]? {
    guard let end = bodyEnd else { return nil }
    for node in statements where tree.kind(node) == .branch && tree[node].has(.guard) {
      let range = place(node)
      guard tree.child(node, .otherwise) == nil, let arm = tree.child(node, .arm),
        statements.contains(where: { $0 > node }), let start = start(ofStatement: node), start == range.lowerBound
      else { continue }
      let rest = text(min(range.upperBound, end)..<end)
      let indent = indent(at: start)
      guard !rest.trimmed.isEmpty else { continue }
      let tail = rest.hasPrefix("\n") ? rest : "\n" + rest
      var new: String?
      switch phrasing.blocks {
      case .braces:
        guard let block = braced(arm) else { continue }
        if family == "swift", text(range).hasPrefix("guard ") {
          let head = text(range.lowerBound..<block.lowerBound).dropFirst("guard ".count).trimmedEnd
          guard head.hasSuffix("else") else { continue }
          new = "if \(head.dropLast(4).trimmedEnd) {\(tail.trimmedEnd)\n\(indent)} else \(text(block))\n"
        } else if let condition = condition(of: node, before: block.lowerBound) {
          new = "if \(negated(condition)) {\(tail.trimmedEnd)\n\(indent)} else \(text(block))\n"
        }
        if let made = new { new = made + String(indent.dropLast(min(indent.count, 4))) }
      case .indented:
        guard let condition = condition(of: node, before: self.start(ofBlock: arm)), let leave = lines(arm) else {
          continue
        }
        let inner = self.indent(at: self.start(ofBlock: arm))
        new = "if \(negated(condition)):\(indented(tail.trimmedEnd))\n\(indent)else:\n\(inner)\(leave)"
      case .keywords:
        guard let condition = condition(of: node, before: lineStart(of: self.start(ofBlock: arm))),
          let leave = lines(arm)
        else { continue }
        new = "if \(negated(condition))\(tail.trimmedEnd)\n\(indent)else\n\(indent)  \(leave)\n\(indent)end\n"
      }
      if let new { return [Mutation.Edit(range: range.lowerBound..<end, replacement: new)] }
    }
    return nil
  }
}

extension StringProtocol {
  var trimmedEnd: String {
    var text = String(self)[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
