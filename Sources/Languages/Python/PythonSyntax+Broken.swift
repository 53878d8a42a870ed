import TreeSitter

extension PythonSyntax: FragmentedSyntax {
  /// Whether a node in such a region is a statement wherever it stands. An expression is not: it may be an argument of
  /// a call whose rest is not there.
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .function, .class, .decorated, .if, .for, .while, .try, .with, .match, .return, .raise, .import, .importFrom,
      .assert, .delete, .pass, .break, .continue, .global, .nonlocal, .comment:
      !self[node].isMissing
    default: false
    }
  }

  func isComment(_ node: Int32) -> Bool { kind(node) == .comment }
}
