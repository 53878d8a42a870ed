import Behaviour
import TreeSitter

extension RustLowering {
  /// Writes that text stands here which does not parse, with what can be read inside of it.
  mutating func broken(_ node: Int32) {
    for fragment in rs.fragments(of: node) {
      switch fragment {
      case .statement(let node): statement(node)
      case .stray(let range, let nodes):
        core.builder.open(.unknown, .statement, range, flags: [.broken])
        for node in nodes { stray(node) }
        core.builder.close()
      }
    }
  }

  /// Writes a piece of what does not parse. What becomes of its value nobody knows.
  private mutating func stray(_ node: Int32) {
    let found = rs[node]
    if found.isError {
      statement(node)
    } else if found.isNamed, !found.isMissing, !rs.isComment(node) {
      let start = core.builder.count
      expression(node, .statement)
      if found.hasError { damage(in: node, since: start) }
    }
  }

  /// Writes what does not parse in a statement, but for the blocks in it, below the node that was written for it.
  ///
  /// - Parameter start: how many nodes there were before that statement.
  mutating func damage(in node: Int32, since start: Int) {
    let found = brokenParts(of: node)
    guard !found.isEmpty else { return }
    let isOpen = core.builder.count > start && core.builder.reopen(NodeIndex(truncatingIfNeeded: start))
    for part in found { statement(part) }
    if isOpen { core.builder.close() }
  }

  /// The outermost nodes that do not parse or are not there, outside of the blocks of a statement.
  func brokenParts(of node: Int32) -> [Int32] {
    var found: [Int32] = []
    let end = rs.next(node)
    var at = node &+ 1
    while at < end {
      let part = rs[at]
      if part.isError || part.isMissing {
        found.append(at)
        at = part.next
      } else if !part.hasError || kind(at) == .block {
        at = part.next
      } else {
        at &+= 1
      }
    }
    return found
  }

  /// Writes a construct that has no meaning here, with what is understood inside of it.
  mutating func unknownConstruct(_ node: Int32, _ role: Role) {
    core.builder.open(.unknown, role, range(node), flags: rs[node].hasError ? [.broken] : [])
    for part in rs.parts(node) { statement(part) }
    core.builder.close()
  }
}
