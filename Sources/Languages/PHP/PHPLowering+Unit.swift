import Behaviour
import TreeSitter

extension PHPLowering {
  /// Writes the unit.
  mutating func unit() -> Unit { isModule ? moduleUnit() : functionUnit() }

  private mutating func moduleUnit() -> Unit {
    for other in outline.units where other.kind != .module { units[other.node] = other.name }
    core.builder.open(.block, .statement, span.range)
    if php[span.node].isError { broken(span.node) } else { statements(of: span.node) }
    core.builder.close()
    var made = bare([])
    made.tree = core.builder.finish()
    return made
  }

  private mutating func functionUnit() -> Unit {
    let node = span.node
    let container = span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0] : nil }
    core.selfName = core.scope.symbol("$this")
    var made = bare(traits)
    core.builder.open(.block, .statement, span.range)
    if let attributes = child(node, fields.attributes) { self.attributes(attributes) }
    made.parameters = parameters(of: node)
    let expected = span.kind == .test ? PHPTestCall(around: node, in: php)?.raises : nil
    if let expected { open(expectedException: expected, node, upTo: range(node).upperBound) }
    if let body = child(node, fields.body) {
      if kind(body) == .compound {
        let start = core.builder.count
        statements(of: body)
        if core.builder.count == start { note(commentsIn: body, at: 0) }
      } else if kind(node) == .hook, !php.isText(php.firstPart(node) ?? node, "get") {
        expression(body, .statement, [.discarded])
      } else {
        resulting(body)
      }
    }
    if expected != nil {
      core.builder.close()
      core.builder.close()
    }
    for part in brokenParts(of: node) { statement(part) }
    core.builder.close()
    if function.yields { made.traits.insert(.generator) }
    made.owner = container?.owner
    made.returnType = child(node, fields.returnType).map { core.text($0) }
    made.documentation = documentation
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

  private var traits: UnitTraits {
    let node = span.node
    var traits: UnitTraits = []
    switch kind(node) {
    case .method:
      if php.has(.staticModifier, in: node) { traits.insert(.static) }
      if php.has(.abstractModifier, in: node) { traits.insert(.abstract) }
      let visibility = php.first(.visibility, in: node)
      if visibility.map({ php.isText($0, "public") }) ?? true { traits.insert(.exported) }
      if PHPTests.isFixture(span.name) { traits.insert(.fixture) }
    case .function: traits.insert(.exported)
    case .hook: traits.insert(.accessor)
    default:
      guard span.kind == .test || span.kind == .closure, let call = PHPTestCall(around: node, in: php) else { break }
      if call.role == .fixture { traits.insert(.fixture) }
      if call.isSkipped { traits.insert(.skipped) }
    }
    if let list = child(node, fields.attributes) {
      for name in PHPTests.attributes(list, php) {
        switch name {
        case "Before", "After", "BeforeClass", "AfterClass": traits.insert(.fixture)
        case "Override": traits.insert(.override)
        default: break
        }
      }
    }
    return traits
  }

  /// The comment for documentation right before the unit, without its signs.
  private var documentation: String? {
    var previous: Int32?
    for sibling in php.children(php.parent(span.node)) {
      if sibling >= span.node { break }
      previous = sibling
    }
    guard let previous, kind(previous) == .comment, core.source.slice(range(previous)).starts(with: "/**".utf8) else {
      return nil
    }
    let text = PHPComment.text(core.source.slice(range(previous)), limit: 2_000)
    return text.isEmpty ? nil : text
  }

  // MARK: - Parameters

  /// Writes and declares the parameters of a function.
  @discardableResult
  mutating func parameters(of function: Int32) -> [Parameter] {
    guard let list = child(function, fields.parameters) else { return [] }
    var found: [Parameter] = []
    for node in php.children(list) {
      let isVariadic = kind(node) == .variadicParameter
      guard isVariadic || kind(node) == .parameter || kind(node) == .promotedParameter,
        let written = child(node, fields.name)
      else { continue }
      let name = kind(written) == .byRef ? php.firstPart(written) ?? written : written
      let type = child(node, fields.type)
      let value = child(node, fields.defaultValue)
      let path = type.map { declaredPath($0) } ?? 0
      core.builder.open(
        .read,
        .parameter,
        range(node),
        name: plainName(name),
        path: path,
        detail: PlaceKind.parameter.rawValue,
        flags: isVariadic ? [.spread] : []
      )
      if let value { expression(value, .default) }
      core.builder.close()
      declare(parameter: name, isVariadic ? 0 : symbol(ofName: path))
      found.append(
        Parameter(
          name: String(decoding: core.source.slice(range(name)).dropFirst(), as: UTF8.self),
          type: type.map { core.text($0) },
          hasDefault: value != nil,
          isVariadic: isVariadic
        )
      )
    }
    for node in php.children(list) where kind(node) == .promotedParameter { promote(node) }
    return found
  }

  /// A variable's name without its sign.
  private mutating func plainName(_ variable: Int32) -> NameID {
    let whole = range(variable)
    return core.name(min(whole.lowerBound + 1, whole.upperBound)..<whole.upperBound)
  }

  mutating func declare(parameter name: Int32, _ type: NameScope.Symbol) {
    let certainty = type == 0 ? Certainty.nameOnly : .declaredType
    core.scope.declare(core.symbol(name), NameScope.Binding(kind: .parameter, type: type, certainty: certainty))
  }

  /// `private Gateway $gateway` in a constructor's parameters gives the field its value.
  private mutating func promote(_ node: Int32) {
    guard let written = child(node, fields.name) else { return }
    let name = kind(written) == .byRef ? php.firstPart(written) ?? written : written
    core.builder.open(.assign, .statement, range(node))
    let field = "this." + String(decoding: core.source.slice(range(name)).dropFirst(), as: UTF8.self)
    core.builder.leaf(
      .read,
      .target,
      range(name),
      name: core.builder.name(field),
      detail: PlaceKind.field.rawValue
    )
    read(name, .value)
    core.builder.close()
  }

  // MARK: - Attributes

  /// Writes the attributes of a function, each as a call.
  private mutating func attributes(_ list: Int32) {
    for group in php.children(list) where kind(group) == .attributeGroup {
      for attribute in php.children(group) where kind(attribute) == .attribute {
        guard let name = php.firstPart(attribute), php.isName(name) else { continue }
        let path = typePath(name)
        written.removeAll(keepingCapacity: true)
        php.append(name: name, to: &written)
        core.builder.open(
          .call,
          .decorator,
          range(attribute),
          name: core.builder.name(written, written.indices),
          path: path,
          detail: (path == 0 ? Certainty.nameOnly : .import).rawValue
        )
        if let given = child(attribute, fields.parameters) { arguments(in: given, without: nil) }
        core.builder.close()
      }
    }
  }
}
