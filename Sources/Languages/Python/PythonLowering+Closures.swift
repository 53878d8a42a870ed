import Behaviour
import TreeSitter

extension PythonLowering {
  /// A function in a function.
  mutating func closure(_ node: Int32, decoratedBy decorated: Int32?) {
    let name = child(node, fields.name)
    if let name { core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local)) }
    let index = core.builder.open(
      .closure,
      .statement,
      range(decorated ?? node),
      name: name.map { core.name($0) } ?? 0,
      flags: py.has(.async, in: node) ? [.async] : []
    )
    if let decorated { decorators(of: decorated) }
    inClosure(index) { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) { lowering.parameters(list, droppingFirst: false) }
      if let body = lowering.child(node, lowering.fields.body) {
        lowering.block(body, .body)
      } else {
        lowering.emptyBlock(.body, endOf: node)
      }
    }
    core.builder.close()
  }

  mutating func lambda(_ node: Int32, _ role: Role) {
    let index = core.builder.open(.closure, role, range(node))
    inClosure(index) { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) { lowering.parameters(list, droppingFirst: false) }
      guard let body = lowering.child(node, lowering.fields.body) else { return }
      lowering.core.builder.open(.block, .body, lowering.range(body))
      lowering.core.builder.open(.return, .statement, lowering.range(body))
      lowering.expression(body, .value, [.returned])
      lowering.core.builder.close()
      lowering.core.builder.close()
    }
    core.builder.close()
  }

  private mutating func inClosure(_ index: NodeIndex, _ write: (inout PythonLowering) -> Void) {
    let outside = function
    let selfName = core.selfName
    function = Function(closure: index)
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    if function.yields { core.builder.insert(.generator, at: index) }
    function = outside
    core.selfName = selfName
  }
}
