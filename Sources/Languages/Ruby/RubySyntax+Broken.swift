import TreeSitter

extension RubySyntax: FragmentedSyntax {
  /// Whether a node in such a region is a statement wherever it stands.
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .method, .singletonMethod, .class, .module, .singletonClass, .if, .unless, .while, .until, .for, .case,
      .caseMatch, .begin, .return, .comment, .ifModifier, .unlessModifier, .alias, .undef:
      !self[node].isMissing
    default: false
    }
  }

  func isComment(_ node: Int32) -> Bool { kind(node) == .comment }

  static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
}
