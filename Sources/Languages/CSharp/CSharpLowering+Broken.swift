import Behaviour
import TreeSitter

extension CSharpLowering: FragmentLowering {
  var syntax: CSharpSyntax { cs }

  func looksForItself(_ node: Int32) -> Bool { kind(node) == .block }

  /// Writes a piece of what does not parse. What becomes of its value nobody knows.
  mutating func stray(_ node: Int32) {
    let found = cs[node]
    if found.isError {
      statement(node)
    } else if cs.isPart(node), !found.isMissing {
      let start = core.builder.count
      expression(node, .statement)
      if found.hasError { damage(in: node, since: start) }
    }
  }
}
