import Behaviour
import TreeSitter

/// Units that are not whole functions: accessors of properties, tests that are closures.
extension SwiftOutline {
  mutating func add(property node: Int32, in place: Place) {
    var name: Int32?
    var declared: Int32?
    for child in sw.children(node) {
      if sw[child].field == sw.fields.name, sw.kind(child) == .pattern {
        if let name, place.container == nil { values.append(Value(name: name, declared: declared, value: nil)) }
        name = sw.child(child, sw.fields.boundIdentifier)
        declared = nil
      } else if sw.kind(child) == .typeAnnotation {
        declared = sw.firstPart(child)
      } else if sw[child].field == sw.fields.value {
        if let name, place.container == nil { values.append(Value(name: name, declared: declared, value: child)) }
        name = place.container == nil ? nil : name
      } else if sw.kind(child) == .computedProperty || sw.kind(child) == .observers {
        let property = name ?? sw.child(node, sw.fields.name).flatMap { sw.child($0, sw.fields.boundIdentifier) }
        add(accessors: child, of: node, named: property, in: place)
      }
    }
    if let name, place.container == nil { values.append(Value(name: name, declared: declared, value: nil)) }
  }

  mutating func add(subscript node: Int32, in place: Place) {
    guard let accessors = sw.first(.computedProperty, in: node) else { return }
    add(accessors: accessors, of: node, named: nil, in: place)
  }

  /// One unit where there is no more than a getter's statements, else a unit for each accessor.
  private mutating func add(accessors block: Int32, of node: Int32, named name: Int32?, in place: Place) {
    let text = name.map { sw.name($0) } ?? "subscript"
    let kind: UnitKind = isStatic(node) || place.container == nil ? .function : .method
    let clauses = sw.children(block).filter {
      switch sw.kind($0) {
      case .getter, .setter, .modify, .willSet, .didSet: true
      default: false
      }
    }
    if clauses.isEmpty {
      guard sw.kind(block) == .computedProperty else { return }
      add(node, named: text, as: kind, in: place, nameRange: name.map(sw.range) ?? sw.range(node).prefix(9))
      return
    }
    var inner = place
    inner.container = addContainer(node, braces: block, named: text, of: nil, in: place)
    for clause in clauses {
      let word = sw.children(clause).first { sw[$0].isNamed }.map(sw.range) ?? sw.range(clause).prefix(3)
      add(clause, named: text, as: kind, in: inner, nameRange: word.count < 12 ? word : sw.range(clause).prefix(3))
    }
  }

  // MARK: - Quick

  mutating func add(specification node: Int32, _ body: Int32, in place: Place) {
    var inner = place
    inner.container = addContainer(node, braces: body, named: "spec", of: nil, in: place)
    inner.depth += 1
    if let statements = sw.body(body) { add(declarations: statements, in: inner, isSkipped: false) }
  }

  private mutating func add(declarations statements: Int32, in place: Place, isSkipped: Bool) {
    guard place.depth < SwiftOutline.depthLimit else { return }
    for call in sw.children(statements) where sw.kind(call) == .call {
      guard let callee = sw.firstPart(call), sw.kind(callee) == .identifier,
        let found = SwiftTests.declaration(sw.name(callee)), let suffix = sw.first(.callSuffix, in: call),
        let closure = sw.children(suffix).first(where: { sw.kind($0) == .lambda })
      else { continue }
      let title = title(of: suffix) ?? sw.name(callee)
      switch found.0 {
      case .test:
        add(closure, named: title, as: .test, in: place, range: sw.range(call), nameRange: sw.range(callee))
      case .fixture:
        let name = sw.name(callee)
        add(closure, named: name, as: .closure, in: place, range: sw.range(call), nameRange: sw.range(callee))
      case .group:
        var inner = place
        inner.container = addContainer(call, braces: closure, named: title, of: nil, in: place)
        inner.prefix = place.prefix + title + "."
        inner.depth += 1
        if let body = sw.body(closure) { add(declarations: body, in: inner, isSkipped: isSkipped || found.isSkipped) }
      }
    }
  }

  /// The text that a call is given first.
  private func title(of suffix: Int32) -> String? {
    guard let list = sw.first(.arguments, in: suffix), let argument = sw.first(.argument, in: list),
      let value = sw.child(argument, sw.fields.value), sw.kind(value) == .string
    else { return nil }
    return sw.source.text(SwiftText.inner(sw.range(value), in: sw.source.bytes))
  }
}
