import Behaviour
import TreeSitter

/// What the names of a file are worth: the types of its values, of the bases and the fields of its types.
extension KotlinOutline {
  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> KotlinLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<kt.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return KotlinLowering(span: whole, source: kt.source, outline: outline, kotlin: kotlin)
  }

  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    for property in values {
      guard let variable = kt.first(.variable, in: property), let name = kt.first(.identifier, in: variable) else {
        continue
      }
      let text = kt.bareText(name)
      // What a name is imported as, or defined as, says more than the value that stands in for it.
      guard outline.environment.names[text] == nil else { continue }
      let (type, certainty) = reader.type(ofProperty: property)
      set(.value(type: type, certainty: certainty), for: text)
      let symbol = reader.core.scope.symbol(text)
      reader.core.scope.declare(
        symbol,
        NameScope.Binding(kind: .static, type: reader.core.scope.symbol(type ?? ""), certainty: certainty)
      )
    }
  }

  mutating func resolveOwners() {
    guard types.contains(where: { $0 >= 0 }) else { return }
    var reader = reader()
    for (index, type) in types.enumerated() where type >= 0 {
      guard var owner = outline.containers[index].owner else { continue }
      owner.bases = bases(of: type, &reader)
      owner.fields = fields(of: type, &reader)
      set(owner, ofContainer: index)
    }
  }

  private func bases(of type: Int32, _ reader: inout KotlinLowering) -> [String] {
    kt.children(type).filter { kt.kind($0) == .delegation }.compactMap { delegation in
      guard let part = kt.firstPart(delegation) else { return nil }
      let named = kt.kind(part) == .userType ? part : kt.first(.userType, in: part) ?? part
      let path = reader.declaredPath(named)
      return path == 0 ? baseName(of: delegation) : reader.core.builder.text(path)
    }
  }

  /// Properties of the constructor, of the body, and of the companion: all may be named as they are.
  private func fields(of type: Int32, _ reader: inout KotlinLowering) -> [Owner.Field] {
    var found: [Owner.Field] = []
    reader.core.scope.enterClosure()
    defer { reader.core.scope.leaveClosure() }
    if let constructor = kt.first(.primaryConstructor, in: type) {
      for parameter in kt.children(constructor) where kt.kind(parameter) == .classParameter {
        guard let name = kt.first(.identifier, in: parameter) else { continue }
        let path = kt.type(in: parameter).map { reader.declaredPath($0) } ?? 0
        let declared = path == 0 ? nil : reader.core.builder.text(path)
        let certainty = declared == nil ? Certainty.nameOnly : .declaredType
        if kt.has(.binding, in: parameter) {
          let written = kt.type(in: parameter).map { kt.text($0) } ?? ""
          var field = Owner.Field(
            name: kt.bareText(name),
            type: declared,
            certainty: certainty,
            written: written
          )
          field.marks = kt.annotations(of: parameter).compactMap { Owner.note(kt.text($0)) }
          found.append(field)
        }
        reader.core.scope.declare(
          reader.core.symbol(name),
          NameScope.Binding(
            kind: .parameter,
            type: reader.core.scope.symbol(declared ?? ""),
            certainty: certainty
          )
        )
      }
    }
    guard let body = kt.body(ofType: type) else { return found }
    addFields(in: kt.kind(body) == .lambda ? kt.first(.statements, in: body) ?? body : body, &found, &reader)
    for member in kt.children(body) where kt.kind(member) == .companion {
      if let inner = kt.body(ofType: member) { addFields(in: inner, &found, &reader) }
    }
    return found
  }

  private func addFields(in body: Int32, _ found: inout [Owner.Field], _ reader: inout KotlinLowering) {
    for member in kt.children(body) where kt.kind(member) == .property {
      guard !kt.has(.receiverType, in: member), let variable = kt.first(.variable, in: member),
        let name = kt.first(.identifier, in: variable)
      else { continue }
      let (type, certainty) = reader.type(ofProperty: member)
      let shown = kt.type(in: variable) ?? kt.propertyValue(member)
      let written = shown.map { kt.source.text(kt.range($0).prefix(LoweringCore.noteLimit)) } ?? ""
      var field = Owner.Field(
        name: kt.bareText(name),
        type: type,
        certainty: certainty,
        written: written
      )
      field.marks = kt.annotations(of: member).compactMap { Owner.note(kt.text($0)) }
      found.append(field)
      // A later property may be made of this one.
      reader.core.scope.declare(
        reader.core.symbol(name),
        NameScope.Binding(kind: .field, type: reader.core.scope.symbol(type ?? ""), certainty: certainty)
      )
    }
  }
}

extension KotlinLowering {
  /// The canonical type of a property: as declared, else that of the value that it is given.
  mutating func type(ofProperty node: Int32) -> (String?, Certainty) {
    if let variable = kt.first(.variable, in: node), let declared = kt.type(in: variable) {
      let path = declaredPath(declared)
      if path != 0 { return (core.builder.text(path), .declaredType) }
      if kind(declared) == .userType || kind(declared) == .nullableType { return (nil, .nameOnly) }
    }
    guard let value = kt.propertyValue(node) else { return (nil, .nameOnly) }
    let known = peek(value)
    let type = core.type(of: known)
    guard type != 0 else { return (nil, .nameOnly) }
    let certainty: Certainty = if case .value = known.what { known.certainty } else { .constructor }
    return (core.scope.text(type), certainty)
  }
}
