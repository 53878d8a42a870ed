import TreeSitter

extension CSharpSyntax: FragmentedSyntax {
  /// Whether a node in such a region is a statement or a declaration wherever it stands.
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .class, .struct, .record, .interface, .enum, .method, .constructor, .property, .field, .namespace,
      .fileNamespace, .usingDirective, .globalStatement, .declarationList, .delegateDeclaration,
      .if, .for, .forEach, .while, .do, .try, .switch, .return, .throw, .break, .continue, .yield, .usingStatement,
      .lock, .localDeclaration, .localFunction, .expressionStatement, .block, .comment, .preprocRegion,
      .preprocEndRegion, .preprocPragma, .preprocNullable:
      !self[node].isMissing
    default: false
    }
  }

  func isComment(_ node: Int32) -> Bool { kind(node) == .comment }
}
