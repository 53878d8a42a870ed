import Behaviour
import TreeSitter

extension PHPLowering: SyntaxLowering {
  var syntax: PHPSyntax { php }

  func looksForItself(_ node: Int32) -> Bool { kind(node) == .compound || kind(node) == .colonBlock }

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
}
