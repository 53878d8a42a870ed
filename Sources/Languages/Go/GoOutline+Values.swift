import Behaviour
import TreeSitter

/// What the names of a file are worth: the types of its values and of the fields of its types.
extension GoOutline {
  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> GoLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<go.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return GoLowering(span: whole, source: go.source, outline: outline, go: grammar)
  }

  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    for value in values {
      let name = go.text(value.name)
      guard name != "_", outline.environment.names[name] == nil else { continue }
      var type: NameScope.Symbol = 0
      var certainty = Certainty.nameOnly
      if let declared = value.declared {
        type = reader.declaredType(declared)
        certainty = type == 0 ? .nameOnly : .declaredType
      } else if let given = value.value {
        let known = reader.peek(given)
        type = reader.core.type(of: known)
        certainty = if case .value = known.what { known.certainty } else { .constructor }
        if case .thing = known.what { type = 0 }
        if type == 0 { certainty = .nameOnly }
      }
      set(.value(type: type == 0 ? nil : reader.core.scope.text(type), certainty: certainty), for: name)
    }
  }

  mutating func resolveOwners() {
    guard !types.isEmpty else { return }
    var reader = reader()
    for spec in types {
      guard let name = go.child(spec, go.fields.name), let type = go.child(spec, go.fields.type) else { continue }
      var owner = Owner(name: go.text(name))
      if go.kind(type) == .structType, let list = go.first(.fieldList, in: type) {
        for field in go.children(list) where go.kind(field) == .field { add(field, to: &owner, &reader) }
      }
      set(owner)
    }
  }

  /// A field is known by its declared type; an embedded type is a base, and a field of its own name.
  private func add(_ field: Int32, to owner: inout Owner, _ reader: inout GoLowering) {
    guard let type = go.child(field, go.fields.type) else { return }
    let path = reader.declaredType(type)
    let text = path == 0 ? nil : reader.core.scope.text(path)
    let certainty = path == 0 ? Certainty.nameOnly : .declaredType
    let written = path == 0 ? go.text(type) : ""
    var isEmbedded = true
    for name in go.children(field) where go[name].field == go.fields.name && go.isPart(name) {
      isEmbedded = false
      owner.fields.append(Owner.Field(name: go.text(name), type: text, certainty: certainty, written: written))
    }
    guard isEmbedded, let named = go.named(type) else { return }
    owner.bases.append(text ?? go.text(named))
    owner.fields.append(Owner.Field(name: go.text(go.last(named)), type: text, certainty: certainty, written: written))
  }
}

extension GoSyntax {
  /// The name in a type: `T` of `*T`, `p.T` of `p.T[int]`; nil where it has none.
  func named(_ type: Int32) -> Int32? {
    var type = type
    while true {
      switch kind(type) {
      case .typeIdentifier, .qualifiedType, .identifier, .selector: return type
      case .pointerType, .parenthesizedType, .parenthesized, .typeElem:
        guard let inner = firstPart(type) else { return nil }
        type = inner
      case .unary:
        guard let inner = child(type, fields.operand) else { return nil }
        type = inner
      case .genericType:
        guard let inner = child(type, fields.type) else { return nil }
        type = inner
      default: return nil
      }
    }
  }
}
