import Behaviour
import TreeSitter

extension KotlinLowering {
  /// Writes the unit.
  mutating func unit() -> Unit {
    if isModule { return moduleUnit() }
    var made = bare(traits)
    made.owner = owner
    made.documentation = KotlinComment.documentation(before: span.range.lowerBound, in: core.source.bytes)
    core.builder.open(.block, .statement, span.range)
    annotations(of: span.node)
    switch kind(span.node) {
    case .property: accessors(of: span.node)
    case .initializer:
      declarePrimaryParameters()
      statements(in: span.node, .discarded)
      noteEmpty(span.node)
    case .lambda: body(ofLambda: span.node)
    default: made.parameters = function(span.node, &made)
    }
    for part in brokenParts(of: span.node) { statement(part, .discarded) }
    core.builder.close()
    if function.yields { made.traits.insert(.generator) }
    made.tree = core.builder.finish()
    return made
  }

  private mutating func moduleUnit() -> Unit {
    for unit in outline.units where unit.kind != .module { closureUnits[unit.node] = unit.name }
    core.selfName = 0
    core.builder.open(.block, .statement, span.range)
    if kt[span.node].isError {
      broken(span.node)
    } else {
      statements(of: span.node, .discarded)
    }
    core.builder.close()
    var made = bare(UnitTraits())
    made.tree = core.builder.finish()
    return made
  }

  private func bare(_ traits: UnitTraits) -> Unit {
    let start = span.range.lowerBound
    return Unit(
      name: span.name,
      qualifiedName: span.qualifiedName,
      kind: span.kind,
      traits: traits,
      length: span.range.count,
      nameRange: max(0, span.nameRange.lowerBound - start)..<max(0, span.nameRange.upperBound - start)
    )
  }

  private var owner: Owner? {
    span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil }
  }

  // MARK: - Functions

  /// Writes a function's parameters and body; a constructor's too.
  private mutating func function(_ node: Int32, _ made: inout Unit) -> [Parameter] {
    if let receiver = kt.first(.receiverType, in: node) {
      extend(receiver)
    } else if made.traits.contains(.static) {
      core.selfName = 0
    }
    var declared: [Parameter] = []
    if let list = kt.first(.parameters, in: node) { declared = parameters(list) }
    if let call = kt.first(.constructorDelegation, in: node) { delegation(call) }
    made.returnType = returnType(of: node)
    guard let body = kt.first(.functionBody, in: node) else {
      // A secondary constructor has its braces itself.
      statements(in: node, .discarded)
      noteEmpty(node)
      return declared
    }
    self.body(body, traits: &made.traits)
    return declared
  }

  /// Within an extension, `this` is what is extended; its members may be named without it, and nobody lists them.
  mutating func extend(_ receiver: Int32) {
    let type = kt.firstPart(receiver).map { declaredType($0) } ?? 0
    ownFields = []
    core.selfName = 0
    core.scope.declare(
      core.scope.symbol("this"),
      NameScope.Binding(kind: .parameter, type: type, certainty: type == 0 ? .nameOnly : .declaredType)
    )
  }

  /// Writes the body of a function: braces, or one expression that it returns.
  mutating func body(_ body: Int32, traits: inout UnitTraits) {
    guard !kt.starts(body, with: "{"), let value = kt.firstPart(body) else {
      statements(in: body, .discarded)
      noteEmpty(body)
      return
    }
    // What runs a function here and now is not looked at: `= runTest { … }` and `= sequence { … }` are bodies.
    if let block = immediateBlock(value) {
      switch block.kind {
      case .runs: traits.insert(.async)
      case .yields(let isAsync):
        traits.insert(.generator)
        if isAsync { traits.insert(.async) }
        function.yields = true
      }
      function.suspends = true
      statements(in: block.lambda, .discarded)
      noteEmpty(block.lambda)
      return
    }
    statement(value, .returned)
  }

  private mutating func noteEmpty(_ node: Int32) {
    if core.builder.count == 1 { note(comments(in: node), at: 0) }
  }

  private func returnType(of node: Int32) -> String? {
    var isBehind = false
    for child in kt.children(node) {
      if kind(child) == .parameters { isBehind = true }
      guard isBehind else { continue }
      switch kind(child) {
      case .userType, .nullableType, .functionType, .notNullableType, .parenthesizedType: return core.text(child)
      case .functionBody: return nil
      default: continue
      }
    }
    return nil
  }

  /// A property that computes: what its getter does, then its setter as a function; or the one that it has.
  private mutating func accessors(of property: Int32) {
    let found = kt.accessors(of: property)
    for accessor in found {
      guard let body = kt.first(.functionBody, in: accessor) else { continue }
      if kind(accessor) == .setter, found.count > 1 {
        let index = core.builder.open(.closure, .statement, range(accessor), name: core.builder.name("set"))
        inClosure(index) { lowering in
          if let parameter = lowering.kt.first(.optionalTypeParameter, in: accessor) { lowering.lone(parameter) }
          lowering.block(body, .body, lowering.kt.starts(body, with: "{") ? .discarded : .returned, endOf: accessor)
        }
        core.builder.close()
      } else {
        if let parameter = kt.first(.optionalTypeParameter, in: accessor) { lone(parameter) }
        statements(in: body, kt.starts(body, with: "{") ? .discarded : .returned)
      }
    }
  }

  /// The one parameter of a setter, whose type is that of the property.
  private mutating func lone(_ node: Int32) {
    guard let name = kt.first(.identifier, in: node) else { return }
    core.builder.leaf(
      .read,
      .parameter,
      range(node),
      name: core.name(kt.bare(name)),
      detail: PlaceKind.parameter.rawValue
    )
    core.scope.declare(core.symbol(name), NameScope.Binding(kind: .parameter))
  }

  /// `this(…)`, `super(…)` in the head of a constructor.
  private mutating func delegation(_ node: Int32) {
    let word = kt.starts(node, with: "super") ? "super" : "this"
    core.builder.open(.call, .statement, range(node), name: core.builder.name(word), flags: [.discarded])
    if let list = kt.first(.arguments, in: node) {
      for argument in kt.children(list) where kind(argument) == .argument { self.argument(argument) }
    }
    core.builder.close()
  }

  /// In an `init` block the parameters of the constructor are known by name.
  private mutating func declarePrimaryParameters() {
    var type = kt[span.node].parent
    while type > 0, kind(type) != .class { type = kt[type].parent }
    guard let constructor = kt.first(.primaryConstructor, in: type) else { return }
    for parameter in kt.children(constructor) where kind(parameter) == .classParameter {
      guard !kt.has(.binding, in: parameter), let name = kt.first(.identifier, in: parameter) else { continue }
      let declared = kt.type(in: parameter).map { declaredType($0) } ?? 0
      core.scope.declare(
        core.symbol(name),
        NameScope.Binding(kind: .parameter, type: declared, certainty: declared == 0 ? .nameOnly : .declaredType)
      )
    }
  }

  // MARK: - Traits

  private var traits: UnitTraits {
    mutating get {
      let node = span.node
      var traits = UnitTraits()
      if kt.has(modifier: "suspend", on: node) {
        traits.insert(.async)
        function.suspends = true
      }
      if kt.has(modifier: "override", on: node) { traits.insert(.override) }
      if kt.has(modifier: "open", on: node) || kt.isOfInterface(node) { traits.insert(.replaceable) }
      if !kt.has(modifier: "private", on: node) { traits.insert(.exported) }
      if kind(node) == .property { traits.insert(.accessor) }
      if span.kind == .function, span.container != nil { traits.insert(.static) }
      for annotation in kt.annotations(of: node) {
        guard let name = kt.annotationName(annotation).map({ core.text($0) }) else { continue }
        if KotlinTests.fixtures.contains(name) { traits.insert(.fixture) }
        if KotlinTests.skips.contains(name) { traits.insert(.skipped) }
      }
      if kind(node) == .lambda {
        function.suspends = true
        if let call = kt.call(around: node).flatMap({ kt.call($0) }), let name = kt.calledName(call.callee) {
          let word = core.text(name)
          if KotlinTests.specFixtures.contains(word) { traits.insert(.fixture) }
          if word.hasPrefix("x"), KotlinTests.tests.contains(word) { traits.insert(.skipped) }
        }
      }
      return traits
    }
  }
}

extension KotlinSyntax {
  /// The getter and the setter of a property that have bodies. The grammar has those on lines of their own stand behind
  /// the property, not in it.
  func accessors(of property: Int32) -> [Int32] {
    var found = children(property).filter { isAccessor($0) && has(.functionBody, in: $0) }
    var sibling = next(property)
    let end = next(self[property].parent)
    while sibling < end, isAccessor(sibling) || isComment(sibling) {
      if isAccessor(sibling), has(.functionBody, in: sibling) { found.append(sibling) }
      sibling = next(sibling)
    }
    return found
  }

  private func isAccessor(_ node: Int32) -> Bool { kind(node) == .getter || kind(node) == .setter }

  /// The type that a parameter, a variable or a class's parameter declares.
  func type(in node: Int32) -> Int32? {
    children(node).first {
      switch kind($0) {
      case .userType, .nullableType, .functionType, .notNullableType, .parenthesizedType: true
      default: false
      }
    }
  }

  /// The call whose last argument a function is.
  func call(around lambda: Int32) -> Int32? {
    let annotated = self[lambda].parent
    let suffix = self[annotated].parent
    let call = self[suffix].parent
    return kind(annotated) == .annotatedLambda && kind(suffix) == .callSuffix && kind(call) == .call ? call : nil
  }
}
