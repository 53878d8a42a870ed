import Behaviour
import TreeSitter

extension SwiftLowering {
  /// Writes the unit.
  mutating func unit() -> Unit {
    switch kind(span.node) {
    case _ where isModule: moduleUnit()
    case .function, .initializer, .deinitializer: functionUnit()
    case .property, .subscript, .getter, .setter, .modify, .willSet, .didSet: accessorUnit()
    case .lambda: closureUnit()
    default: bare([])
    }
  }

  private mutating func moduleUnit() -> Unit {
    core.builder.open(.block, .statement, span.range)
    if sw[span.node].isError { broken(span.node) } else { statements(of: span.node) }
    core.builder.close()
    var made = bare([])
    made.tree = core.builder.finish()
    return made
  }

  private mutating func functionUnit() -> Unit {
    let node = span.node
    var traits = traits(of: node)
    if SwiftTests.isFixture(span.name), span.container != nil { traits.insert(.fixture) }
    if span.kind == .test, isSkippedTest(node) { traits.insert(.skipped) }
    if traits.contains(.static) { ownFields = [] }
    var made = bare(traits)
    core.builder.open(.block, .statement, span.range)
    attributes(of: node)
    made.parameters = parameters(of: node)
    if let body = sw.first(.functionBody, in: node) { body_(body, givesValue: returnType(of: node) != nil) }
    for part in brokenParts(of: node) { statement(part) }
    core.builder.close()
    made.owner = owner
    made.returnType = returnType(of: node).map { core.text($0) }
    made.documentation = documentation
    made.tree = core.builder.finish()
    return made
  }

  /// Writes the statements of a body; of one that is a single expression, that is what it gives.
  mutating func body_(_ body: Int32, givesValue: Bool) {
    guard let statements = sw.body(body) else { return }
    if givesValue, let only = onlyStatement(statements) {
      returned(only)
    } else {
      self.statements(of: statements)
    }
  }

  /// The one expression that a block consists of.
  func onlyStatement(_ statements: Int32) -> Int32? {
    guard let only = sw.onlyPart(statements), !sw[only].hasError else { return nil }
    switch kind(only) {
    case .assignment, .property, .function, .type, .transfer, .for, .while, .repeatWhile, .do, .guard, .discard,
      .typeAlias:
      return nil
    default: return deferredBody(only) == nil ? only : nil
    }
  }

  /// A computed property, one of its accessors, or a subscript with nothing but a getter.
  private mutating func accessorUnit() -> Unit {
    let node = span.node
    var traits: UnitTraits = [.accessor]
    var declaration = node
    while declaration > 0, kind(declaration) != .property, kind(declaration) != .subscript {
      declaration = sw[declaration].parent
    }
    traits.formUnion(self.traits(of: declaration))
    if sw.first(.getterSpecifier, in: node).map({ sw.has(.asyncWord, in: $0) }) == true { traits.insert(.async) }
    if traits.contains(.static) { ownFields = [] }
    var made = bare(traits)
    core.builder.open(.block, .statement, span.range)
    if declaration == node { attributes(of: node) }
    if kind(declaration) == .subscript { made.parameters = parameters(of: declaration) }
    switch kind(node) {
    case .setter, .willSet, .didSet: made.parameters.append(contentsOf: newValue(of: node))
    default: break
    }
    let body = kind(node) == .property || kind(node) == .subscript ? sw.first(.computedProperty, in: node) : node
    if let body { body_(body, givesValue: body != node || kind(node) == .getter) }
    for part in brokenParts(of: node) { statement(part) }
    core.builder.close()
    made.owner = owner
    made.documentation = documentation
    made.tree = core.builder.finish()
    return made
  }

  /// A closure that is given to a call which makes a unit of it: a test of Quick.
  private mutating func closureUnit() -> Unit {
    var made = bare(traits(ofClosure: span.node))
    core.builder.open(.block, .statement, span.range)
    _ = closureParameters(span.node)
    if let statements = sw.body(span.node) { self.statements(of: statements) }
    for part in brokenParts(of: span.node) { statement(part) }
    core.builder.close()
    made.owner = owner
    made.tree = core.builder.finish()
    return made
  }

  private func traits(ofClosure node: Int32) -> UnitTraits {
    var traits: UnitTraits = []
    if let type = sw.first(.lambdaType, in: node), sw.has(.asyncWord, in: type) { traits.insert(.async) }
    return traits
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

  private var documentation: String? {
    SwiftComment.documentation(
      before: span.range.lowerBound,
      in: core.source.bytes,
      limit: LoweringCore.textLimit
    )
  }

  private func traits(of node: Int32) -> UnitTraits {
    var traits: UnitTraits = []
    if sw.has(.asyncWord, in: node) { traits.insert(.async) }
    if sw.has(.throwsWord, in: node) || sw.has(.throwsClause, in: node) { traits.insert(.throws) }
    var isPrivate = false
    if let modifiers = sw.first(.modifiers, in: node) {
      for modifier in sw.children(modifiers) {
        switch kind(modifier) {
        case .propertyModifier:
          if sw.isText(modifier, "static") || sw.isText(modifier, "class") { traits.insert(.static) }
        case .memberModifier: if sw.isText(modifier, "override") { traits.insert(.override) }
        case .visibilityModifier:
          // `private(set)` is about writing only.
          isPrivate = isPrivate || sw.isText(modifier, "private") || sw.isText(modifier, "fileprivate")
        default: break
        }
      }
    }
    if sw.isText(node &+ 1, "class") { traits.insert(.static) }
    if !isPrivate { traits.insert(.exported) }
    return traits
  }

  /// The declared type of what a function gives; nil where that is nothing.
  func returnType(of node: Int32) -> Int32? {
    if kind(node) == .initializer || kind(node) == .deinitializer { return nil }
    var isFirst = true
    for child in sw.children(node) where sw[child].field == fields.name && !sw[child].isError {
      // The first is the function's own name.
      if isFirst {
        isFirst = false
        continue
      }
      return sw.isText(child, "Void") || sw.isText(child, "()") || sw.isText(child, "Never") ? nil : child
    }
    return nil
  }

  // MARK: - Attributes

  /// Writes the attributes of a declaration, each as a call; those that only speak to the compiler are left out.
  mutating func attributes(of node: Int32) {
    guard let modifiers = sw.first(.modifiers, in: node) else { return }
    for attribute in sw.children(modifiers) where kind(attribute) == .attribute {
      guard let type = sw.firstPart(attribute) else { continue }
      let name = sw.typeName(type)
      guard !SwiftTests.isCompilerAttribute(name) else { continue }
      let place = core.place(ofText: name)
      core.builder.open(
        .call,
        .decorator,
        range(attribute),
        name: place.name,
        path: place.path,
        detail: place.certainty.rawValue
      )
      for part in sw.parts(attribute).dropFirst() where kind(part) != .identifier {
        core.builder.open(.argument, .argument, range(part))
        expression(part, .value)
        core.builder.close()
      }
      core.builder.close()
    }
  }

  private func isSkippedTest(_ node: Int32) -> Bool {
    guard let modifiers = sw.first(.modifiers, in: node) else { return false }
    return sw.children(modifiers).contains { attribute in
      guard kind(attribute) == .attribute else { return false }
      return sw.children(attribute).contains { part in
        guard kind(part) == .call || kind(part) == .prefix, sw.firstByte(part) == UInt8(ascii: ".") else {
          return false
        }
        return sw.starts(part, with: ".disabled")
      }
    }
  }
}
