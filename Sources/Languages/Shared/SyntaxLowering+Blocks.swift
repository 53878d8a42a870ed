import Behaviour

/// Blocks, the branches of an `if`, and what a person wrote beside them: the same in all languages.
extension SyntaxLowering {
  /// An empty block at the end of a construct whose own is missing.
  mutating func emptyBlock(_ role: Role, endOf node: Int32) {
    let end = syntax.range(node).upperBound
    core.builder.leaf(.block, role, end..<end)
  }

  /// Closes the branches of an `if`, each of which stands in the block that runs where the one before does not hold.
  ///
  /// - Parameters:
  ///   - branches: outermost first, and whether every way through the arm of each leaves.
  ///   - leaves: whether every way through the last `else` does.
  /// - Returns: whether every way through the whole leaves.
  mutating func close(_ branches: [(node: NodeIndex, leaves: Bool)], otherwise leaves: Bool) -> Bool {
    var leaves = leaves
    // Innermost first: what is known of the last `else` decides what is known of the ones around it.
    for (position, branch) in branches.enumerated().reversed() {
      if branch.leaves != leaves { core.builder.insert(.guard, at: branch.node) }
      leaves = leaves && branch.leaves
      core.builder.close()
      if position > 0 { core.builder.close() }
    }
    return leaves
  }

  /// Marks a node as one in which a person left comments.
  mutating func note(_ comments: [Int32], at index: NodeIndex) {
    var text = ""
    for comment in comments {
      let words = Self.words(ofComment: core.source.slice(syntax.range(comment)))
      guard !words.isEmpty else { continue }
      text += text.isEmpty ? words : " " + words
    }
    guard !text.isEmpty else { return }
    core.builder.insert(.commented, at: index)
    core.builder.setNote(core.builder.name(String(text.prefix(LoweringCore.noteLimit))), at: index)
  }
}
