import Behaviour
import TreeSitter

extension RustLowering: FragmentLowering {
  var syntax: RustSyntax { rs }

  func looksForItself(_ node: Int32) -> Bool { kind(node) == .block }
}
