import Behaviour
import TreeSitter

extension RustLowering {
  /// `|a, b| …`, `async move |x| { … }`
  mutating func closure(_ node: Int32, _ role: Role) {
    let body = child(node, fields.body).map { kind($0) == .parenthesized ? rs.unwrap($0) : $0 }
    // `|x| async move { … }` is an asynchronous function.
    let asyncBody = body.flatMap { kind($0) == .asyncBlock ? rs.first(.block, in: $0) : nil }
    let isAsync = rs.has(.async, in: node) || asyncBody != nil
    let index = core.builder.open(.closure, role, range(node), flags: isAsync ? [.async] : [])
    inClosure(index) { lowering in
      if let list = lowering.child(node, lowering.fields.parameters) {
        for pattern in lowering.closureParameters(list) {
          lowering.parameter(pattern, typed: lowering.typeOfParameter(pattern), pattern)
        }
      }
      guard let body = asyncBody ?? body else { return lowering.emptyBlock(.body, endOf: node) }
      lowering.block(body, .body, .returns)
    }
    core.builder.close()
  }

  /// The patterns that a closure takes its arguments with.
  func closureParameters(_ list: Int32) -> [Int32] {
    rs.children(list).compactMap { node in
      if kind(node) == .parameter { return child(node, fields.pattern) }
      return rs.isPart(node) || kind(node) == .underscore ? node : nil
    }
  }

  private func typeOfParameter(_ pattern: Int32) -> Int32? {
    let parent = rs[pattern].parent
    return kind(parent) == .parameter ? child(parent, fields.type) : nil
  }

  /// `async { … }`: a function that is started by whoever awaits it.
  mutating func asyncBlock(_ node: Int32, _ role: Role) {
    guard let body = rs.first(.block, in: node) else { return unknownConstruct(node, role) }
    let index = core.builder.open(.closure, role, range(node), flags: kind(node) == .asyncBlock ? [.async] : [])
    inClosure(index) { $0.block(body, .body, .returns) }
    core.builder.close()
  }

  /// A function in a function.
  mutating func function(_ node: Int32) {
    let name = child(node, fields.name)
    if let name { core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local)) }
    let index = core.builder.open(
      .closure,
      .statement,
      range(node),
      name: name.map { core.name($0) } ?? 0,
      flags: rs.isAsync(node) ? [.async] : []
    )
    let returned = child(node, fields.returnType)
    inClosure(index) { lowering in
      lowering.function.givesValue = returned.map { lowering.kind($0) != .unitType } ?? false
      lowering.function.givesResult = returned.map(lowering.isResult) ?? false
      if let list = lowering.child(node, lowering.fields.parameters) {
        // A method of a type in a function: an object whose fields nobody listed.
        lowering.core.selfName = lowering.rs.has(.selfParameter, in: list) ? lowering.core.scope.symbol("self") : 0
        lowering.core.knowsFields = false
        lowering.parameters(list)
      }
      if let body = lowering.child(node, lowering.fields.body) {
        lowering.block(body, .body, lowering.function.givesValue ? .returns : .discard)
      } else {
        lowering.emptyBlock(.body, endOf: node)
      }
    }
    core.builder.close()
  }

  private mutating func inClosure(_ index: NodeIndex, _ write: (inout RustLowering) -> Void) {
    let outside = (function, core.selfName, core.knowsFields)
    function = Function(closure: index)
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    if function.yields { core.builder.insert(.generator, at: index) }
    (function, core.selfName, core.knowsFields) = outside
  }
}
