import Behaviour
import TreeSitter

extension CSharpLowering {
  /// Writes the unit.
  mutating func unit() -> Unit { isModule ? moduleUnit() : memberUnit() }

  private mutating func moduleUnit() -> Unit {
    for other in outline.units where other.kind != .module { units[other.node] = other.name }
    core.builder.open(.block, .statement, span.range)
    topLevel(of: span.node, prefix: "", depth: 0)
    core.builder.close()
    var made = bare([])
    made.tree = core.builder.finish()
    return made
  }

  private mutating func memberUnit() -> Unit {
    let node = span.node
    let member = kind(node) == .accessor ? declaration(ofAccessor: node) : node
    var traits = self.traits(of: member)
    core.builder.open(.block, .statement, span.range)
    attributes(of: node)
    if member != node { attributes(of: member) }
    var made = bare([])
    made.owner = owner
    made.returnType = (child(member, fields.returns) ?? child(member, fields.type)).map { cs.text($0) }
    if let list = child(member, fields.parameters) ?? cs.first(.bracketedParameters, in: member) {
      parameters(list)
      made.parameters = declared(list)
    }
    if kind(node) == .accessor || kind(node) == .property || kind(node) == .indexer {
      traits.insert(.accessor)
      if cs.children(node).contains(where: { cs.isText($0, "set") || cs.isText($0, "init") }) {
        core.scope.declare("value", .parameter)
      }
    }
    if let initializer = cs.first(.constructorInitializer, in: node) { chained(initializer) }
    body(of: node)
    if cs[node].hasError { for part in brokenParts(of: node) { statement(part) } }
    core.builder.close()
    if function.yields { traits.insert(.generator) }
    made.traits = traits
    made.documentation = CSharpComment.documentation(above: span.range.lowerBound, in: cs.source.bytes)
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

  /// The property, indexer or event whose accessor this is.
  private func declaration(ofAccessor node: Int32) -> Int32 {
    let list = cs[node].parent
    return list > 0 ? max(0, cs[list].parent) : node
  }

  /// Writes the body of the unit: the statements of a block, or the expression that stands for it.
  private mutating func body(of node: Int32) {
    guard let body = bodyOfUnit(node) else { return }
    if kind(body) == .block {
      statements(of: body)
      if core.builder.count == 1 { note(comments(in: body), at: 0) }
    } else if givesNothing(node) {
      statement(ofExpression: body)
    } else {
      returned(body, range(body))
    }
  }

  private func bodyOfUnit(_ node: Int32) -> Int32? {
    switch kind(node) {
    case .property, .indexer:
      // `public int Total => price * count;`
      let value = child(node, fields.value) ?? cs.first(.arrow, in: node)
      guard let value, kind(value) == .arrow else { return nil }
      return cs.firstPart(value)
    default: return cs.body(of: node)
    }
  }

  /// Whether an expression that is the whole body is there for what it does.
  private func givesNothing(_ node: Int32) -> Bool {
    switch kind(node) {
    case .constructor, .destructor: return true
    case .accessor: return !cs.children(node).contains { cs.isText($0, "get") }
    case .method, .localFunction:
      guard let type = child(node, fields.returns) ?? child(node, fields.type) else { return false }
      if cs.isText(type, "void") { return true }
      return cs.has(modifier: "async", in: node) && (cs.isText(type, "Task") || cs.isText(type, "ValueTask"))
    default: return false
    }
  }

  /// `: base(x)`, `: this(x)`.
  private mutating func chained(_ node: Int32) {
    guard let word = cs.children(node).first(where: { kind($0) == .base || kind($0) == .this }) else { return }
    core.builder.open(.call, .statement, range(node), name: nameID(word), flags: [.discarded])
    for part in cs.arguments(of: node) { argument(part) }
    core.builder.close()
  }

  private func traits(of node: Int32) -> UnitTraits {
    var traits: UnitTraits = []
    for child in cs.children(node) {
      if kind(child) == .modifier {
        if cs.isText(child, "async") { traits.insert(.async) }
        if cs.isText(child, "static") { traits.insert(.static) }
        if cs.isText(child, "override") { traits.insert(.override) }
        if cs.isText(child, "abstract") { traits.insert(.abstract) }
        if cs.isText(child, "virtual") { traits.insert(.replaceable) }
        if cs.isText(child, "public") || cs.isText(child, "internal") { traits.insert(.exported) }
      } else if kind(child) == .attributeList {
        for attribute in cs.children(child) where kind(attribute) == .attribute {
          traits.formUnion(CSharpTests.traits(ofAttribute: attribute, cs))
        }
      } else if cs[child].field == fields.name {
        break
      }
    }
    return traits
  }

  /// Writes the attributes of a declaration, each as a call.
  mutating func attributes(of node: Int32) {
    for list in cs.children(node) where kind(list) == .attributeList {
      for attribute in cs.children(list) where kind(attribute) == .attribute {
        guard let name = child(attribute, fields.name), !isMark(attribute) else { continue }
        let place = place(name)
        core.builder.open(
          .call,
          .decorator,
          range(attribute),
          name: place.name,
          path: place.path,
          detail: place.certainty.rawValue
        )
        if let arguments = cs.first(.attributeArguments, in: attribute) {
          for argument in cs.children(arguments) where kind(argument) == .attributeArgument {
            attributeArgument(argument)
          }
        }
        core.builder.close()
      }
    }
  }

  /// Whether an attribute says nothing but that a test is one.
  private func isMark(_ attribute: Int32) -> Bool {
    span.kind == .test && CSharpTests.isTest(attribute: attribute, cs) && !cs.has(.attributeArguments, in: attribute)
  }

  /// `Skip = "why"`, `name: value`, `value`.
  private mutating func attributeArgument(_ node: Int32) {
    let parts = cs.parts(node)
    guard var value = parts.last else { return }
    var label = parts.count > 1 ? parts.first : nil
    if kind(value) == .assignment, let left = child(value, fields.left), let right = child(value, fields.right) {
      label = left
      value = right
    }
    core.builder.open(.argument, .argument, range(node), name: label.map { nameID($0) } ?? 0)
    expression(value, .value)
    core.builder.close()
  }
}
