import Behaviour
import TreeSitter

extension JavaLowering {
  /// Writes the unit.
  mutating func unit() -> Unit { span.kind == .module ? moduleUnit() : methodUnit() }

  private mutating func moduleUnit() -> Unit {
    core.builder.open(.block, .statement, span.range)
    members(of: span.node, owner: "", depth: 0)
    core.builder.close()
    var made = bare(UnitTraits())
    made.tree = core.builder.finish()
    return made
  }

  private mutating func methodUnit() -> Unit {
    let node = span.node
    let owner = span.container.flatMap {
      outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil
    }
    var traits = self.traits(of: node)
    if JavaTests.isFixture(span.name) { traits.insert(.fixture) }
    if owner != nil, !traits.contains(.static) {
      core.selfName = core.scope.symbol("this")
      for field in owner?.fields ?? [] { ownFields.insert(core.scope.symbol(field.name)) }
    }
    core.builder.open(.block, .statement, span.range)
    annotations(of: node)
    var made = bare(traits)
    if let list = child(node, fields.parameters) {
      parameters(list)
      made.parameters = declared(list)
    } else if kind(node) == .compactConstructor {
      // Its parameters are the components of its record.
      for field in owner?.fields ?? [] {
        core.scope.declare(field.name, .parameter, type: field.type, certainty: field.certainty)
      }
    }
    body(of: node)
    for part in brokenParts(of: node) { statement(part) }
    core.builder.close()
    made.owner = owner
    made.returnType = child(node, fields.type).map { core.text($0) }
    made.documentation = documentation(before: node)
    made.tree = core.builder.finish()
    return made
  }

  private mutating func body(of node: Int32) {
    guard let body = child(node, fields.body) else { return }
    let expected = java.annotations(node).compactMap { expectedError($0) }.first
    let isLocked = java.hasModifier(.synchronizedWord, node)
    if isLocked {
      core.builder.open(.scoped, .statement, range(body), detail: ScopeKind.lock.rawValue)
      let place = core.selfName == 0 ? PlaceKind.static : .unknown
      let name = core.builder.name(core.selfName == 0 ? "class" : "this")
      core.builder.leaf(.read, .resource, range(body).prefix(0), name: name, detail: place.rawValue)
      core.builder.open(.block, .body, range(body))
    }
    if let expected {
      let kind = core.builder.name(AssertionKind.raises)
      core.builder.open(.assertion, .statement, range(body), name: kind, flags: [.discarded])
      expression(expected, .expected)
      block(body, .body)
      core.builder.close()
    } else {
      statements(of: body)
    }
    if isLocked {
      core.builder.close()
      core.builder.close()
    }
  }

  /// The class in `@Test(expected = Refused.class)`.
  private func expectedError(_ annotation: Int32) -> Int32? {
    guard kind(annotation) == .annotation, let arguments = child(annotation, fields.arguments) else { return nil }
    guard JavaTests.tests.contains(java.annotationName(annotation)) else { return nil }
    for pair in java.children(arguments) where kind(pair) == .annotationPair {
      guard let key = child(pair, fields.key), let value = child(pair, fields.value) else { continue }
      if java.isText(key, "expected") || java.isText(key, "expectedExceptions") {
        return kind(value) == .annotationArray ? java.firstPart(value) : value
      }
    }
    return nil
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

  private func traits(of node: Int32) -> UnitTraits {
    var traits = UnitTraits()
    if !java.hasModifier(.private, node) { traits.insert(.exported) }
    if java.hasModifier(.static, node) { traits.insert(.static) }
    if java.hasModifier(.defaultWord, node) { traits.insert(.replaceable) }
    if java.has(.throwsClause, in: node) { traits.insert(.throws) }
    for annotation in java.annotations(node) {
      let name = java.annotationName(annotation)
      if name == "Override" { traits.insert(.override) }
      if JavaTests.fixtures.contains(name) { traits.insert(.fixture) }
      if JavaTests.skips.contains(name) || isSwitchedOff(annotation) { traits.insert(.skipped) }
    }
    return traits
  }

  /// `@Test(enabled = false)`
  private func isSwitchedOff(_ annotation: Int32) -> Bool {
    guard kind(annotation) == .annotation, let arguments = child(annotation, fields.arguments) else { return false }
    return java.children(arguments).contains { pair in
      guard kind(pair) == .annotationPair, let key = child(pair, fields.key) else { return false }
      return java.isText(key, "enabled") && child(pair, fields.value).map { kind($0) == .false } == true
    }
  }

  /// The comment right before a member that speaks to those who use it.
  private func documentation(before node: Int32) -> String? {
    let before = node &- 1
    guard java.isComment(before), java[before].parent == java[node].parent else { return nil }
    let bytes = core.source.slice(range(before))
    guard JavaComment.isDocumentation(bytes) else { return nil }
    let text = JavaComment.text(bytes, limit: LoweringCore.textLimit)
    return text.isEmpty ? nil : text
  }

  // MARK: - Annotations and parameters

  /// Writes the annotations of a member, each as a call; not those that only say what the unit is known to be.
  mutating func annotations(of node: Int32) {
    for annotation in java.annotations(node) {
      let name = java.annotationName(annotation)
      let isMark = kind(annotation) == .markerAnnotation
      if isMark, name == "Override" || JavaTests.tests.contains(name) || JavaTests.fixtures.contains(name) { continue }
      self.annotation(annotation, .decorator)
    }
  }

  mutating func annotation(_ node: Int32, _ role: Role) {
    guard enter(node, role) else { return }
    defer { nesting -= 1 }
    let place = child(node, fields.name).map { typePlace($0) } ?? Place()
    core.builder.open(
      .call,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.certainty.rawValue
    )
    if let arguments = child(node, fields.arguments) {
      for part in java.children(arguments) where java.isPart(part) {
        let isPair = kind(part) == .annotationPair
        let label = isPair ? child(part, fields.key).map { core.name($0) } ?? 0 : 0
        core.builder.open(.argument, .argument, range(part), name: label)
        if let value = isPair ? child(part, fields.value) : part { expression(value, .value) }
        core.builder.close()
      }
    }
    core.builder.close()
  }

  /// Writes and declares parameters.
  mutating func parameters(_ list: Int32) {
    if kind(list) == .identifier { return parameter(name: list, type: nil, list, isVariadic: false) }
    for node in java.children(list) {
      switch kind(node) {
      case .identifier, .underscorePattern: parameter(name: node, type: nil, node, isVariadic: false)
      case .parameter:
        guard let name = child(node, fields.name) else { continue }
        let isArray = java.has(.dimensions, in: node)
        parameter(name: name, type: isArray ? nil : child(node, fields.type), node, isVariadic: false)
      case .spreadParameter:
        guard let name = java.first(.declarator, in: node).flatMap({ child($0, fields.name) }) else { continue }
        parameter(name: name, type: nil, node, isVariadic: true)
      default: continue
      }
    }
  }

  private mutating func parameter(name: Int32, type: Int32?, _ node: Int32, isVariadic: Bool) {
    let path = type.map { declaredPath($0) } ?? 0
    core.builder.leaf(
      .read,
      .parameter,
      range(node),
      name: core.name(name),
      path: path,
      detail: PlaceKind.parameter.rawValue,
      flags: isVariadic ? [.spread] : []
    )
    let declared = path == 0 ? 0 : symbol(ofPath: path)
    let certainty = declared == 0 ? Certainty.nameOnly : .declaredType
    core.scope.declare(core.symbol(name), NameScope.Binding(kind: .parameter, type: declared, certainty: certainty))
  }

  private func declared(_ list: Int32) -> [Parameter] {
    java.children(list).compactMap { node in
      switch kind(node) {
      case .parameter:
        guard let name = child(node, fields.name) else { return nil }
        return Parameter(name: core.text(name), type: child(node, fields.type).map { core.text($0) })
      case .spreadParameter:
        guard let name = java.first(.declarator, in: node).flatMap({ child($0, fields.name) }) else { return nil }
        let type = java.children(node).first { java.isPart($0) && kind($0) != .modifiers }
        return Parameter(name: core.text(name), type: type.map { core.text($0) }, isVariadic: true)
      default: return nil
      }
    }
  }
}
