import TreeSitter

extension JavaSyntax: FragmentedSyntax {
  /// Whether a node in such a region is a statement or a member wherever it stands.
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .method, .constructor, .compactConstructor, .class, .interface, .enum, .record, .annotationType, .field,
      .staticInitializer, .import, .package, .if, .for, .forEach, .while, .do, .try, .tryWithResources, .return,
      .throw, .localVariable, .expressionStatement, .synchronized, .lineComment, .blockComment:
      !self[node].isMissing
    default: false
    }
  }
}
