import Behaviour
import TreeSitter

extension JavaScriptOutliner {
  /// Whether the code at top level, without the units in it, does anything: calls, decides, repeats, fails.
  func doesSomething() -> Bool {
    var at: Int32 = 0
    let end = Int32(truncatingIfNeeded: js.syntax.nodes.count)
    while at < end {
      let node = js.syntax[at]
      switch js.kinds[node] {
      case .importStatement, .interfaceDeclaration, .typeAlias, .ambientDeclaration, .functionDeclaration,
        .generatorDeclaration, .method, .decorator, .typeAnnotation, .typeArguments, .typeParameters, .comment,
        .functionSignature, .classHeritage, .enumDeclaration, .importAlias:
        at = node.next
        continue
      case .arrowFunction, .functionExpression, .generatorFunction:
        // What it does, it does when it is called: a unit's text, or that of the call that it is given to.
        at = unitNodes.contains(at) || !isGroup(at) ? node.next : at &+ 1
        continue
      case .call:
        if !isDeclaration(at) { return true }
      case .new, .await, .throwStatement, .ifStatement, .forStatement, .forInStatement, .whileStatement, .doStatement,
        .tryStatement, .switchStatement, .augmentedAssignment, .update, .jsxElement, .jsxSelfClosing:
        return true
      default: break
      }
      at &+= 1
    }
    return false
  }

  private func isGroup(_ function: Int32) -> Bool {
    JavaScriptTestCall(around: function, in: js)?.role == .group
  }

  /// A call that only declares: an import, a test, a group of tests.
  private func isDeclaration(_ call: Int32) -> Bool {
    if let callee = js.child(call, fields.function), js.isText(callee, "require") { return true }
    guard let test = JavaScriptTestCall(call, in: js) else {
      return isTable(call) || JavaScriptTestCall.isAnnouncement(call, in: js)
    }
    return test.role == .group || unitNodes.contains(test.callback)
  }

  /// `it.each(table)`, which is called in its turn.
  private func isTable(_ call: Int32) -> Bool {
    let outer = js.parent(call)
    return kind(outer) == .call && js.child(outer, fields.function) == call
      && JavaScriptTestCall(outer, in: js) != nil
  }
}
