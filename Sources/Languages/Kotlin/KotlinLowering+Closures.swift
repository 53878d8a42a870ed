import Behaviour
import TreeSitter

extension KotlinLowering {
  /// A function in a function.
  mutating func closure(ofFunction node: Int32, _ role: Role) {
    let name = kt.first(.identifier, in: node)
    if let name, !isInType { core.scope.declare(core.symbol(name), NameScope.Binding(kind: .local)) }
    let isAsync = kt.has(modifier: "suspend", on: node)
    let index = core.builder.open(
      .closure,
      role,
      range(node),
      name: name.map { core.name(kt.bare($0)) } ?? 0,
      flags: isAsync ? [.async] : []
    )
    annotations(of: node)
    inClosure(index) { lowering in
      lowering.function.suspends = isAsync
      if let receiver = lowering.kt.first(.receiverType, in: node) { lowering.extend(receiver) }
      if let list = lowering.kt.first(.parameters, in: node) { _ = lowering.parameters(list) }
      guard let body = lowering.kt.first(.functionBody, in: node) else {
        lowering.block(lowering.kt.first(.statements, in: node), .body, .discarded, endOf: node)
        return
      }
      lowering.block(body, .body, lowering.kt.starts(body, with: "{") ? .discarded : .returned, endOf: node)
    }
    core.builder.close()
  }

  /// `{ order -> … }`: its last value is what it gives, unless nobody takes that.
  mutating func closure(ofLambda node: Int32, _ role: Role, isDiscarded: Bool = false) {
    if isAtTop, let name = closureUnits[node] {
      core.builder.leaf(.closure, role, range(node), name: core.builder.name(name))
      return
    }
    let index = core.builder.open(.closure, role, range(node))
    inClosure(index) { lowering in
      lowering.function.suspends = true
      lowering.lambdaParameters(node)
      let statements = lowering.kt.first(.statements, in: node)
      let isOne = statements.map { lowering.kt.parts($0).count == 1 } ?? false
      lowering.block(node, .body, isDiscarded && !isOne ? .discarded : .returned, endOf: node)
    }
    core.builder.close()
  }

  private mutating func lambdaParameters(_ node: Int32) {
    guard let list = kt.first(.lambdaParameters, in: node) else {
      core.scope.declare(core.scope.symbol("it"), NameScope.Binding(kind: .parameter))
      return
    }
    for parameter in kt.children(list) {
      let isApart = kind(parameter) == .variables
      let variables = isApart ? kt.children(parameter).filter { kind($0) == .variable } : [parameter]
      for variable in variables {
        guard kind(variable) == .variable, let name = kt.first(.identifier, in: variable) else { continue }
        let path = kt.type(in: variable).map { declaredPath($0) } ?? 0
        core.builder.leaf(
          .read,
          .parameter,
          range(variable),
          name: core.name(kt.bare(name)),
          path: path,
          detail: PlaceKind.parameter.rawValue,
          flags: isApart ? [.destructured] : []
        )
        let type = path == 0 ? 0 : symbol(ofName: path)
        core.scope.declare(
          core.symbol(name),
          NameScope.Binding(kind: .parameter, type: type, certainty: type == 0 ? .nameOnly : .declaredType)
        )
      }
    }
  }

  /// A unit that is a function given to a call: a test of Kotest's.
  mutating func body(ofLambda node: Int32) {
    lambdaParameters(node)
    statements(in: node, .discarded)
    if core.builder.count == 1 { note(comments(in: node), at: 0) }
  }

  /// `fun(x: Int): Int { … }`
  mutating func anonymousFunction(_ node: Int32, _ role: Role) {
    closure(ofFunction: node, role)
  }

  mutating func inClosure(_ index: NodeIndex, _ write: (inout KotlinLowering) -> Void) {
    let outside = (function, isInType, core.selfName, core.knowsFields, ownFields)
    function = Function(closure: index, suspends: function.suspends)
    isInType = false
    core.scope.enterClosure()
    write(&self)
    core.scope.leaveClosure()
    if function.yields { core.builder.insert(.generator, at: index) }
    (function, isInType, core.selfName, core.knowsFields, ownFields) = outside
  }

  // MARK: - Types in code

  /// A type among statements. At top level its functions are units, and what its properties are given is written; in
  /// a function its functions are closures.
  mutating func type(_ node: Int32) {
    if isAtTop { annotations(ofType: node) }
    guard let body = kt.body(ofType: node) else { return }
    if kind(body) == .lambda {
      members(of: kt.first(.statements, in: body) ?? body)
    } else {
      members(of: body)
    }
  }

  private mutating func annotations(ofType node: Int32) {
    for delegation in kt.children(node) where kind(delegation) == .delegation {
      guard let part = kt.firstPart(delegation) else { continue }
      switch kind(part) {
      case .constructorInvocation:
        guard let list = kt.first(.arguments, in: part), kt.firstPart(list) != nil else { continue }
        superCall(part, list)
      case .explicitDelegation:
        if kt.body(ofType: node).map({ kind($0) == .lambda }) != true, let value = kt.lastPart(part) {
          expression(value, .statement)
        }
      default: continue
      }
    }
  }

  /// `: Base(argument)`
  private mutating func superCall(_ node: Int32, _ list: Int32) {
    guard let type = kt.first(.userType, in: node) else { return }
    let place = core.place(ofBytes: kt.dotted(type))
    core.builder.open(
      .call,
      .statement,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue,
      flags: [.constructs]
    )
    for argument in kt.children(list) where kind(argument) == .argument { self.argument(argument) }
    core.builder.close()
  }

  private mutating func members(of body: Int32) {
    let outside = isInType
    isInType = true
    defer { isInType = outside }
    if isAtTop {
      // What a type's body names are its members, not names of the file.
      core.scope.enterClosure()
      for member in kt.children(body) where kt.isPart(member) || kt[member].isError { typeMember(member) }
      core.scope.leaveClosure()
    } else {
      for member in kt.children(body) where kt.isPart(member) || kt[member].isError { typeMember(member) }
    }
  }

  private mutating func typeMember(_ node: Int32) {
    if kt[node].isError || kind(node) != .enumEntry {
      if isAtTop, kind(node) == .initializer || kind(node) == .secondaryConstructor { return }
      statement(node, .discarded)
      return
    }
    if let list = kt.first(.arguments, in: node) {
      for argument in kt.children(list) where kind(argument) == .argument {
        if let value = kt.value(ofArgument: argument) { expression(value, .statement) }
      }
    }
    if let body = kt.first(.classBody, in: node) {
      for member in kt.children(body) where kind(member) == .function { closure(ofFunction: member, .statement) }
    }
  }

  /// `init { … }`, a constructor, an accessor of a type in a function.
  mutating func member(_ node: Int32) {
    let index = core.builder.open(.closure, .statement, range(node))
    inClosure(index) { lowering in
      if let list = lowering.kt.first(.parameters, in: node) { _ = lowering.parameters(list) }
      lowering.block(lowering.kt.first(.functionBody, in: node) ?? node, .body, .discarded, endOf: node)
    }
    core.builder.close()
  }

  /// `object : Listener { … }`: a collection of what it can do.
  mutating func objectLiteral(_ node: Int32, _ role: Role) {
    core.builder.open(.collection, role, range(node), detail: CollectionKind.keyed.rawValue)
    let outside = (isInType, core.knowsFields)
    isInType = true
    if let body = kt.first(.classBody, in: node) {
      for member in kt.children(body) where kt.isPart(member) {
        guard kind(member) == .function, let name = kt.first(.identifier, in: member) else {
          if kind(member) == .property, let value = kt.propertyValue(member) { expression(value, .element) }
          if kind(member) == .initializer { self.member(member) }
          continue
        }
        core.builder.open(.argument, .element, range(member), name: core.name(kt.bare(name)))
        closure(ofFunction: member, .value)
        core.builder.close()
      }
    }
    (isInType, core.knowsFields) = outside
    core.builder.close()
  }

  // MARK: - Annotations

  /// Writes the annotations of a definition, each as a call.
  mutating func annotations(of node: Int32) {
    for annotation in kt.annotations(of: node) {
      guard let value = kt.annotationValue(annotation), !makesTest(value) else { continue }
      let type = kind(value) == .constructorInvocation ? kt.first(.userType, in: value) ?? value : value
      let place = core.place(ofBytes: kt.dotted(type))
      core.builder.open(
        .call,
        .decorator,
        range(annotation),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue
      )
      if let list = kt.first(.arguments, in: value) {
        for argument in kt.children(list) where kind(argument) == .argument { self.argument(argument) }
      }
      core.builder.close()
    }
  }
}

extension KotlinLowering {
  /// Whether an annotation says no more than that a function is a test, which the kind of the unit says.
  private func makesTest(_ value: Int32) -> Bool {
    guard span.kind == .test, kind(value) == .userType, let name = kt.lastPart(value) else { return false }
    return KotlinTests.annotations.contains(core.text(name))
  }
}

extension KotlinSyntax {
  /// What holds the members of a type. Behind `by`, the grammar takes the braces of a type for a function that the
  /// value is called with.
  func body(ofType node: Int32) -> Int32? {
    for child in children(node) where kind(child) == .classBody || kind(child) == .enumBody { return child }
    guard let delegation = children(node).filter({ kind($0) == .delegation }).last,
      let explicit = first(.explicitDelegation, in: delegation), let value = lastPart(explicit)
    else { return nil }
    return call(value)?.lambda
  }
}
