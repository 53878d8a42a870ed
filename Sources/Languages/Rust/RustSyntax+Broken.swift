import TreeSitter

extension RustSyntax: FragmentedSyntax {
  /// Whether a node in such a region is an item or a statement wherever it stands. An expression is not: it may be an
  /// argument of a call whose rest is not there.
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .function, .implementation, .trait, .module, .structure, .enumeration, .union, .typeItem, .constant, .global,
      .use, .letDeclaration, .expressionStatement, .lineComment, .blockComment, .macroDefinition:
      !self[node].isMissing
    default: false
    }
  }
}
