import Behaviour
import TreeSitter

extension PythonLowering {
  /// Writes the unit.
  mutating func unit() -> Unit { isModule ? moduleUnit() : functionUnit() }

  private mutating func moduleUnit() -> Unit {
    core.builder.open(.block, .statement, span.range)
    if py[span.node].isError { broken(span.node) } else { statements(of: span.node) }
    core.builder.close()
    var made = bare(UnitTraits())
    made.documentation = documentation(inBody: span.node)
    made.tree = core.builder.finish()
    return made
  }

  private mutating func functionUnit() -> Unit {
    let node = py.definition(span.node)
    let body = child(node, fields.body)
    let container = span.container.flatMap { outline.containers.indices.contains($0) ? outline.containers[$0] : nil }
    var traits = UnitTraits()
    if py.has(.async, in: node) { traits.insert(.async) }
    if !isPrivate { traits.insert(.exported) }
    if PythonTests.isFixture(span.name) { traits.insert(.fixture) }
    core.builder.open(.block, .statement, span.range)
    if node != span.node {
      decorators(of: span.node)
      for decorator in py.children(span.node) where kind(decorator) == .decorator {
        traits.formUnion(self.traits(ofDecorator: decorator))
      }
    }
    if span.name == "__new__" { traits.insert(.static) }
    var made = bare(traits)
    if let list = child(node, fields.parameters) {
      let hasSelf = container?.owner != nil && (!traits.contains(.static) || isClassMethod)
      if hasSelf, !isClassMethod, let first = py.children(list).lazy.compactMap({ self.parameter($0) }).first {
        core.selfName = core.symbol(first.name)
      }
      parameters(list, droppingFirst: hasSelf)
      made.parameters = declared(list, droppingFirst: hasSelf)
    }
    if let body { statements(of: body) }
    for part in brokenParts(of: span.node) { statement(part) }
    core.builder.close()
    if function.yields { made.traits.insert(.generator) }
    made.owner = container?.owner
    made.returnType = child(node, fields.returnType).map { core.text($0) }
    made.documentation = body.flatMap { documentation(inBody: $0) }
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

  /// Whether the name, or one around it, says that it is nobody else's business.
  private var isPrivate: Bool {
    span.qualifiedName.split(separator: ".").contains {
      $0.hasPrefix("_") && !($0.hasPrefix("__") && $0.hasSuffix("__"))
    }
  }

  private var isClassMethod: Bool {
    guard kind(span.node) == .decorated else { return span.name == "__new__" }
    return py.children(span.node).contains { decorator in
      kind(decorator) == .decorator && py.firstPart(decorator).map { py.isText($0, "classmethod") } == true
    }
  }

  private func traits(ofDecorator node: Int32) -> UnitTraits {
    guard let value = py.firstPart(node).map(py.unwrap) else { return [] }
    let callee = kind(value) == .call ? child(value, fields.function) ?? value : value
    guard py.isDotted(callee) else { return [] }
    let name = py.dotted(callee)
    if name.hasSuffix(".setter") || name.hasSuffix(".deleter") || name.hasSuffix(".getter") { return .accessor }
    switch name.split(separator: ".").last {
    case "staticmethod", "classmethod": return .static
    case "abstractmethod", "abstractproperty", "overload": return .abstract
    case "override": return .override
    case "property", "cached_property", "hybrid_property": return .accessor
    case "fixture", "yield_fixture": return .fixture
    case "skip": return .skipped
    default: return []
    }
  }

  private func declared(_ list: Int32, droppingFirst: Bool) -> [Parameter] {
    let found = py.children(list).compactMap { parameter($0) }
    return found.dropFirst(droppingFirst ? 1 : 0).map {
      Parameter(
        name: core.text($0.name),
        type: $0.type.map { core.text($0) },
        hasDefault: $0.value != nil,
        isVariadic: $0.isVariadic
      )
    }
  }

  /// The text that a body starts with.
  private func documentation(inBody body: Int32) -> String? {
    guard let first = py.firstPart(body), kind(first) == .string, !py.has(.interpolation, in: first) else { return nil }
    let inner = inner(first)
    let text = core.source.slice(inner).prefix(LoweringCore.textLimit)
    let trimmed = text.drop { $0 <= UInt8(ascii: " ") }
    var end = trimmed.endIndex
    while end > trimmed.startIndex, trimmed[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return end > trimmed.startIndex ? String(decoding: trimmed[..<end], as: UTF8.self) : nil
  }
}
