import Behaviour
import TreeSitter

extension PythonLowering: FragmentLowering {
  var syntax: PythonSyntax { py }

  func looksForItself(_ node: Int32) -> Bool { kind(node) == .block && kind(syntax[node].parent) != .match }
}
