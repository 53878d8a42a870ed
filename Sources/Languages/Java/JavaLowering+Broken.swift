import Behaviour
import TreeSitter

extension JavaLowering: FragmentLowering {
  var syntax: JavaSyntax { java }

  func looksForItself(_ node: Int32) -> Bool { JavaLowering.blocks.contains(kind(node) ?? .program) }

  /// What holds statements or members, each of which writes what is broken in itself.
  private static let blocks: Set<JavaKind> = [
    .block, .constructorBody, .classBody, .switchBlock, .interfaceBody, .enumBody, .annotationBody,
  ]
}
