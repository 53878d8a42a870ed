import Behaviour
import TreeSitter

extension SwiftLowering {
  /// `{ parameters in … }`
  mutating func closure(_ node: Int32, _ role: Role) {
    let isAsync = sw.first(.lambdaType, in: node).map { sw.has(.asyncWord, in: $0) } ?? false
    let index = core.builder.open(.closure, role, range(node), flags: isAsync ? [.async] : [])
    inClosure(index) { lowering in
      _ = lowering.closureParameters(node)
      let body = lowering.sw.body(node)
      if let body, let only = lowering.onlyStatement(body), lowering.isValue(only) {
        lowering.core.builder.open(.block, .body, lowering.range(body))
        lowering.returned(only)
        lowering.core.builder.close()
      } else {
        lowering.block(body, .body, in: node)
      }
    }
    core.builder.close()
  }

  /// Whether the one statement of a closure is what it gives.
  func isValue(_ node: Int32) -> Bool {
    switch kind(node) {
    case .if, .switch: return false
    case .call:
      guard let callee = sw.firstPart(node), kind(callee) == .identifier else { return true }
      return !sw.isText(callee, "fatalError") && !sw.isText(callee, "preconditionFailure")
        && !sw.isText(callee, "precondition")
    default: return true
    }
  }

  mutating func inClosure(_ index: NodeIndex, _ write: (inout SwiftLowering) -> Void) {
    let outside = (function, isTrying, core.knowsFields)
    function = Function(closure: index)
    isTrying = false
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    (function, isTrying, core.knowsFields) = outside
  }

  /// The names of a closure's parameters with their declared types.
  func parameters(ofClosure node: Int32) -> [(name: Int32, type: Int32?)] {
    guard let type = sw.first(.lambdaType, in: node), let list = sw.first(.lambdaParameters, in: type) else {
      return []
    }
    return sw.children(list).compactMap { parameter in
      guard kind(parameter) == .lambdaParameter else { return nil }
      let named = sw.children(parameter).filter { sw[$0].field == fields.name && !sw[$0].isError }
      guard let name = named.first ?? sw.first(.identifier, in: parameter) else { return nil }
      return (name, named.count > 1 ? named[1] : nil)
    }
  }

  /// Writes and declares the parameters of a closure, and declares what it captures by another name.
  mutating func closureParameters(_ node: Int32) -> Int {
    if let captures = sw.first(.captureList, in: node) {
      for item in sw.children(captures) where kind(item) == .captureItem {
        guard let name = child(item, fields.name), child(item, fields.value) != nil else { continue }
        declare(name, .local)
      }
    }
    let list = parameters(ofClosure: node)
    for (name, type) in list {
      parameter(sw[name].parent, named: name, type, value: nil, isVariadic: false)
    }
    return list.count
  }

  /// A function in a function, or a method of a type in a function.
  mutating func localFunction(_ node: Int32) {
    let name = child(node, fields.name)
    if let name, kind(node) == .function { declare(name, isAtTop ? .static : .local) }
    let index = core.builder.open(
      .closure,
      .statement,
      range(node),
      name: name.map { core.name(sw.bare($0)) } ?? 0,
      flags: sw.has(.asyncWord, in: node) ? [.async] : []
    )
    inClosure(index) { lowering in
      _ = lowering.parameters(of: node)
      if let body = lowering.sw.first(.functionBody, in: node) {
        let statements = lowering.sw.body(body)
        if lowering.returnType(of: node) != nil, let statements, let only = lowering.onlyStatement(statements) {
          lowering.core.builder.open(.block, .body, lowering.range(statements))
          lowering.returned(only)
          lowering.core.builder.close()
        } else {
          lowering.block(statements, .body, in: body)
        }
      }
    }
    core.builder.close()
  }

  /// A computed property of a function, or an accessor of one of a type in a function.
  mutating func localAccessor(_ node: Int32, named name: Int32?) {
    let index = core.builder.open(.closure, .statement, range(node), name: name.map { core.name(sw.bare($0)) } ?? 0)
    inClosure(index) { lowering in
      lowering.block(lowering.sw.body(node), .body, in: node)
    }
    core.builder.close()
  }

  /// The methods of a type in a function are closures; those of one at top level are units. What its fields are given
  /// belongs to the code around it.
  mutating func typeDeclaration(_ node: Int32) {
    guard let body = child(node, fields.body) ?? sw.first(.typeBody, in: node) else { return }
    if !isAtTop, let name = child(node, fields.name), kind(name) == .typeIdentifier {
      declare(name, .local)
    }
    let outside = core.knowsFields
    core.knowsFields = false
    core.scope.enterClosure()
    for member in sw.children(body) where isStatement(member) { statement(member) }
    core.scope.leaveClosure()
    core.knowsFields = outside
  }
}
