import Behaviour
import TreeSitter

extension GoLowering: FragmentLowering {
  var syntax: GoSyntax { go }

  @discardableResult
  mutating func statement(_ node: Int32) -> Bool { statement(node, []) }

  func looksForItself(_ node: Int32) -> Bool { kind(node) == .block || kind(node) == .statementList }

  /// Writes a piece of what does not parse. What becomes of its value nobody knows.
  mutating func stray(_ node: Int32) {
    let found = go[node]
    if found.isError {
      statement(node)
    } else if found.isNamed, !found.isMissing, kind(node) != .comment {
      let start = core.builder.count
      statement(node)
      if found.hasError, core.builder.count == start { damage(in: node, since: start) }
    }
  }
}
