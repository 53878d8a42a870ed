import Behaviour
import TreeSitter

/// What the names of a file are worth: the types of its values, of the bases and the fields of its types.
extension SwiftOutline {
  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> SwiftLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<sw.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return SwiftLowering(span: whole, source: sw.source, outline: outline, swift: swift)
  }

  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    for value in values {
      let name = sw.name(value.name)
      switch outline.environment.names[name] {
      case .imported, .function, .type: continue
      case .value, nil: break
      }
      let known = reader.worth(declared: value.declared, value: value.value)
      set(.value(type: known?.type, certainty: known?.certainty ?? .nameOnly), for: name)
    }
  }

  mutating func resolveOwners() {
    guard !types.isEmpty else { return }
    var reader = reader()
    // A type may be declared in parts: what one part declares, all know.
    var merged: [String: Owner] = [:]
    for (index, type) in types.enumerated() {
      guard let type, let owner = outline.containers[index].owner else { continue }
      var known = merged[owner.name] ?? Owner(name: owner.name)
      known.bases.append(contentsOf: bases(of: type, &reader))
      known.fields.append(contentsOf: fields(of: type, &reader))
      merged[owner.name] = known
    }
    for (index, container) in outline.containers.enumerated() {
      guard let name = container.owner?.name, let known = merged[name] else { continue }
      set(known, ofContainer: index)
    }
  }

  private func bases(of type: Int32, _ reader: inout SwiftLowering) -> [String] {
    sw.children(type).compactMap { base in
      guard sw.kind(base) == .inheritance, let named = sw.child(base, sw.fields.inheritsFrom) else { return nil }
      let path = reader.declaredPath(named)
      return path == 0 ? sw.typeName(named) : reader.core.builder.text(path)
    }
  }

  private func fields(of type: Int32, _ reader: inout SwiftLowering) -> [Owner.Field] {
    guard let body = sw.child(type, sw.fields.body) else { return [] }
    var found: [Owner.Field] = []
    for node in sw.children(body) where sw.kind(node) == .property {
      // Those of the type itself are told apart from those of its objects.
      let prefix = isOfType(node) ? "Self." : ""
      var name: Int32?
      var declared: Int32?
      func add(_ value: Int32?, _ reader: inout SwiftLowering) {
        guard let name else { return }
        let known = reader.worth(declared: declared, value: value)
        let text = prefix + sw.name(name)
        let written = (declared ?? value).map { sw.source.text(sw.range($0).prefix(LoweringCore.noteLimit)) } ?? ""
        found.append(
          Owner.Field(name: text, type: known?.type, certainty: known?.certainty ?? .nameOnly, written: written)
        )
      }
      for child in sw.children(node) {
        if sw[child].field == sw.fields.name, sw.kind(child) == .pattern {
          add(nil, &reader)
          name = sw.child(child, sw.fields.boundIdentifier)
          declared = nil
        } else if sw.kind(child) == .typeAnnotation {
          declared = sw.firstPart(child)
        } else if sw[child].field == sw.fields.value {
          add(child, &reader)
          name = nil
        }
      }
      add(nil, &reader)
    }
    return found
  }

  private func isOfType(_ node: Int32) -> Bool {
    guard let modifiers = sw.first(.modifiers, in: node) else { return sw.isText(node &+ 1, "class") }
    return sw.children(modifiers).contains {
      sw.kind($0) == .propertyModifier && (sw.isText($0, "static") || sw.isText($0, "class"))
    }
  }
}

extension SwiftLowering {
  /// The canonical type of a name that is declared with a type, or with a value; nil where neither tells.
  mutating func worth(declared: Int32?, value: Int32?) -> (type: String, certainty: Certainty)? {
    if let declared {
      let type = declaredType(declared)
      return type == 0 ? nil : (core.scope.text(type), .declaredType)
    }
    guard let value else { return nil }
    let known = peek(value)
    let type = core.type(of: known)
    guard type != 0 else { return nil }
    let certainty: Certainty = if case .value = known.what { known.certainty } else { .constructor }
    return (core.scope.text(type), certainty)
  }

  /// What is known of a value by looking at the expression, without writing it.
  mutating func peek(_ node: Int32, depth: Int = 0) -> Known {
    guard depth < 12 else { return .nothing }
    let node = sw.unwrap(node)
    switch kind(node) {
    case .identifier, .navigation:
      if sw.isDotted(node) { return core.known(place(node)) }
      guard let target = sw.firstPart(node), let suffix = child(node, fields.suffix) else { return .nothing }
      let value = peek(target, depth: depth + 1)
      let path = core.path(of: sw.bare(suffix &+ 1), of: value)
      return path == 0 ? .nothing : Known(what: .thing, path: path, certainty: min(value.certainty, .constructor))
    case .try, .awaited, .postfix:
      let inner = child(node, fields.expression) ?? child(node, fields.target)
      return inner.map { peek($0, depth: depth + 1) } ?? .nothing
    case .cast:
      guard let type = child(node, fields.name).map({ declaredType($0) }), type != 0 else { return .nothing }
      return Known(what: .value(type), certainty: .declaredType)
    case .constructor:
      guard let type = child(node, fields.constructedType), kind(type) == .userType else { return .nothing }
      let place = core.place(ofText: sw.typeName(type))
      guard place.path != 0 else { return .nothing }
      return Known(what: .result(constructs: true), path: place.path, certainty: place.certainty)
    case .call: return peek(call: node, depth: depth)
    default: return .nothing
    }
  }

  private mutating func peek(call node: Int32, depth: Int) -> Known {
    guard let callee = sw.firstPart(node).map(sw.unwrap) else { return .nothing }
    if sw.isDotted(callee) {
      let place = place(callee)
      guard place.path != 0 else { return .nothing }
      let path = core.builder.text(place.path)
      if path.hasSuffix(".init") {
        let type = core.builder.name(String(path.dropLast(5)))
        return Known(what: .result(constructs: true), path: type, certainty: place.certainty)
      }
      return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
    }
    guard kind(callee) == .navigation, let target = sw.firstPart(callee), let suffix = child(callee, fields.suffix)
    else {
      return .nothing
    }
    let value = peek(target, depth: depth + 1)
    let path = core.path(of: sw.bare(suffix &+ 1), of: value)
    return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: value.certainty)
  }
}
