import Behaviour
import TreeSitter

extension PHPLowering {
  /// Writes that text stands here which does not parse, with what can be read inside of it.
  mutating func broken(_ node: Int32) {
    core.builder.open(.unknown, .statement, range(node), flags: [.broken])
    for part in php.children(node) {
      let found = php[part]
      guard found.isNamed || found.isError, !found.isMissing, kind(part) != .comment else { continue }
      statement(part)
    }
    core.builder.close()
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
    let end = php.next(node)
    var at = node &+ 1
    while at < end {
      let part = php[at]
      if part.isError || part.isMissing {
        found.append(at)
        at = part.next
      } else if !part.hasError || kind(at) == .compound || kind(at) == .colonBlock {
        at = part.next
      } else {
        at &+= 1
      }
    }
    return found
  }

  /// Writes a construct that has no meaning here, with what is understood inside of it.
  mutating func unknownConstruct(_ node: Int32, _ role: Role) {
    core.builder.open(.unknown, role, range(node), flags: php[node].hasError ? [.broken] : [])
    for part in php.children(node) where php.isPart(part) { statement(part) }
    core.builder.close()
  }
}
