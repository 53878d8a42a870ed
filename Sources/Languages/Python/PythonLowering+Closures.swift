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
    let isMethod = isInType && !isStatic(decorated)
    inClosure(index) { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) {
        if isMethod { lowering.object(in: list) }
        lowering.parameters(list, droppingFirst: isMethod)
      }
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
    let outside = (function, isInType, core.selfName, core.knowsFields)
    function = Function(closure: index)
    isInType = false
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    if function.yields { core.builder.insert(.generator, at: index) }
    (function, isInType, core.selfName, core.knowsFields) = outside
  }

  /// A method of a type in a function: its first parameter is an object whose fields nobody listed.
  private mutating func object(in list: Int32) {
    guard let first = py.children(list).lazy.compactMap({ self.parameter($0) }).first else { return }
    core.selfName = core.symbol(first.name)
    core.knowsFields = false
  }

  private func isStatic(_ decorated: Int32?) -> Bool {
    guard let decorated else { return false }
    return py.children(decorated).contains { decorator in
      kind(decorator) == .decorator && py.firstPart(decorator).map { py.isText($0, "staticmethod") } == true
    }
  }
}
