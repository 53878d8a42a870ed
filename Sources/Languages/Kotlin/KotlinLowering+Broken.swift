import Behaviour
import TreeSitter

extension KotlinSyntax: FragmentedSyntax {
  /// Whether a node in such a region is a statement wherever it stands.
  func isWhole(_ node: Int32) -> Bool {
    switch kind(node) {
    case .function, .class, .object, .companion, .property, .importList, .package, .if, .for, .while, .doWhile, .try,
      .when, .jump, .lineComment, .blockComment, .statements, .initializer, .secondaryConstructor, .fileAnnotation,
      .typeAlias:
      !self[node].isMissing
    default: false
    }
  }
}

extension KotlinLowering: FragmentLowering {
  var syntax: KotlinSyntax { kt }

  @discardableResult
  mutating func statement(_ node: Int32) -> Bool { statement(node, .discarded) }

  /// Writes a piece of what does not parse. What becomes of its value nobody knows.
  mutating func stray(_ node: Int32) {
    let found = kt[node]
    if found.isError {
      statement(node, .discarded)
    } else if found.isNamed, !found.isMissing, !kt.isComment(node) {
      let start = core.builder.count
      switch kind(node) {
      case .function where isAtTop: return
      case .property, .assignment, .class, .object, .companion, .statements: statement(node, .discarded)
      case .classBody, .enumBody, .controlBody, .functionBody, .callSuffix, .arguments, .delegation,
        .constructorInvocation, .primaryConstructor, .classParameter, .propertyDelegate, .navigationSuffix, .getter,
        .setter, .whenEntry, .whenSubject, .catchBlock, .finallyBlock, .annotatedLambda, .argument, .indexingSuffix:
        guard enter(node, .statement) else { return }
        for part in kt.parts(node) { stray(part) }
        nesting -= 1
      default: expression(node, .statement)
      }
      if found.hasError { damage(in: node, since: start) }
    }
  }

  func looksForItself(_ node: Int32) -> Bool {
    switch kind(node) {
    case .statements, .controlBody: true
    case .functionBody: !kt.starts(node, with: "{")
    // Units of their own.
    case .function, .class, .object, .companion, .initializer, .secondaryConstructor: isAtTop
    default: false
    }
  }
}
