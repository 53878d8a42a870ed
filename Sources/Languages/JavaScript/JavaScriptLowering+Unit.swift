import Behaviour
import TreeSitter

extension JavaScriptLowering {
  mutating func unit() -> Unit {
    var unit = Unit(
      name: span.name,
      qualifiedName: span.qualifiedName,
      kind: span.kind,
      owner: span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0].owner : nil },
      length: span.range.count,
      nameRange: span.nameRange.lowerBound - span.range.lowerBound..<span.nameRange.upperBound - span.range.lowerBound
    )
    if span.kind == .module {
      for other in outline.units where other.kind != .module { units[other.node] = other.name }
      builder.open(.block, .statement, span.range)
      statements(of: span.node)
    } else {
      unit.traits = traits
      unit.documentation = documentation
      unit.returnType = js.child(span.node, fields.returnType).map { typeText($0) }
      builder.open(.block, .statement, span.range)
      decorators(of: span.node)
      unit.parameters = parameters(of: span.node)
      body(of: span.node)
    }
    unit.tree = builder.finish()
    return unit
  }

  /// The statements of a function; an expression for a body is what it returns.
  private mutating func body(of function: Int32) {
    guard let body = js.child(function, fields.body) else { return }
    if kind(body) == .statementBlock {
      note(emptyBlock: body, at: 0, statements: statements(of: body).count)
    } else {
      returned(body)
    }
    if js.syntax[function].hasError { damage(in: function, at: 0) }
  }

  private var traits: UnitTraits {
    let node = span.node
    var traits: UnitTraits = []
    if js.has(.async, in: node) { traits.insert(.async) }
    switch kind(node) {
    case .generatorDeclaration, .generatorFunction: traits.insert(.generator)
    case .method:
      if js.has(.star, in: node) { traits.insert(.generator) }
      if js.has(.static, in: node) || js.has(.staticGet, in: node) { traits.insert(.static) }
      if js.has(.get, in: node) || js.has(.set, in: node) || js.has(.staticGet, in: node) { traits.insert(.accessor) }
      if js.children(node).contains(where: { kind($0) == .overrideModifier }) { traits.insert(.override) }
      let access = js.children(node).first { kind($0) == .accessibilityModifier }
      if access.map({ js.isText($0, "private") }) ?? false {
        traits.insert(.private)
      } else if !span.name.hasPrefix("#"), !span.name.hasPrefix("_") {
        traits.insert(.exported)
      }
    default: break
    }
    // What stands around the function within the unit's own text: an export, a field, the call of a test.
    var at = node
    while js.parent(at) > 0, range(js.parent(at)).lowerBound >= span.range.lowerBound {
      at = js.parent(at)
      switch kind(at) {
      case .exportStatement: traits.insert(.exported)
      case .field, .publicField:
        if js.has(.static, in: at) { traits.insert(.static) }
      case .assignment:
        if let left = js.child(at, fields.left),
          js.source.slice(range(left)).starts(with: "exports.".utf8)
            || js.source.slice(range(left)).starts(with: "module.exports".utf8)
        {
          traits.insert(.exported)
        }
      default: break
      }
    }
    if span.kind == .test || span.kind == .closure, let call = JavaScriptTestCall(around: node, in: js) {
      if call.role == .fixture { traits.insert(.fixture) }
      if call.isSkipped || call.isInSkippedGroup(js) { traits.insert(.skipped) }
    }
    return traits
  }

  /// The comment for documentation right before the unit, without its signs.
  private var documentation: String? {
    var node = span.node
    while js.parent(node) > 0, range(js.parent(node)).lowerBound >= span.range.lowerBound { node = js.parent(node) }
    var previous = js.previousSibling(node)
    while let decorator = previous, kind(decorator) == .decorator { previous = js.previousSibling(decorator) }
    guard let before = previous, kind(before) == .comment, js.slice(before).starts(with: "/**".utf8) else { return nil }
    let text = JavaScriptComment.text(js.slice(before), limit: 2_000)
    return text.isEmpty ? nil : text
  }

  func typeText(_ annotation: Int32) -> String {
    let inner = kind(annotation) == .typeAnnotation ? js.firstNamed(annotation) ?? annotation : annotation
    let range = range(inner)
    let end = min(range.upperBound, range.lowerBound + 200)
    return js.source.text(range.lowerBound..<end)
  }
}
