import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// `try`. Whether no way through it goes on.
  mutating func tryStatement(_ node: Int32) -> Bool {
    builder.open(.attempt, .statement, range(node))
    var leaves = false
    if let body = js.child(node, fields.body) { leaves = block(body, .body).leaves }
    if let clause = js.child(node, fields.handler) {
      let handles = catchClause(clause)
      leaves = leaves && handles
    }
    if let clause = js.child(node, fields.finalizer), let body = js.child(clause, fields.body) {
      if block(body, .finalizer).leaves { leaves = true }
    }
    builder.close()
    return leaves
  }

  private mutating func catchClause(_ clause: Int32) -> Bool {
    let parameter = js.child(clause, fields.parameter)
    return handler(clause, parameter, flags: []) { lowering in
      guard let body = lowering.js.child(clause, lowering.fields.body) else { return false }
      return lowering.block(body, .body).leaves
    }
  }

  /// Writes a handler around its body. JavaScript catches whatever comes.
  mutating func handler(
    _ node: Int32,
    _ parameter: Int32?,
    flags: NodeFlags,
    body: (inout Self) -> Bool
  ) -> Bool {
    var variable: NameID = 0
    if let parameter, kind(parameter) == .identifier { variable = name(parameter) }
    let index = builder.open(.handler, .handler, range(node), name: variable, flags: flags.union(.catchesAll))
    scope.enterBlock()
    scope.declare(variable, .local)
    if let parameter, variable == 0 { target(parameter, declares: true) }
    handlers.append(variable == 0 ? unnamedError : variable)
    let leaves = body(&self)
    handlers.removeLast()
    scope.leaveBlock()
    note(commentIn: node, at: index)
    builder.close()
    return leaves
  }

  /// Stands among the handlers' variables for an error that has no name.
  private var unnamedError: NameID { .max }
}
