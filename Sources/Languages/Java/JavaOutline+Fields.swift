import Behaviour
import TreeSitter

/// The bases and the fields of a file's types.
extension JavaOutline {
  mutating func resolveOwners() {
    guard !types.isEmpty else { return }
    var reader = reader()
    for (index, type) in types.enumerated() {
      guard var owner = outline.containers[index].owner else { continue }
      owner.bases = bases(of: type, &reader)
      owner.fields = fields(of: type, &reader)
      set(owner, ofContainer: index)
    }
  }

  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> JavaLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<syntax.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return JavaLowering(span: whole, source: syntax.source, outline: outline, java: java)
  }

  private func bases(of type: Int32, _ reader: inout JavaLowering) -> [String] {
    var found: [String] = []
    for child in syntax.children(type) {
      switch syntax.kind(child) {
      case .superclass: for base in syntax.parts(child) { found.append(reader.typeName(base)) }
      case .superInterfaces, .extendsInterfaces:
        guard let list = syntax.first(.typeList, in: child) else { continue }
        for base in syntax.parts(list) { found.append(reader.typeName(base)) }
      default: continue
      }
    }
    return found
  }

  /// The fields of an object of a type. Those of the type itself, and those that inner types see, become names of the
  /// file.
  private mutating func fields(of type: Int32, _ reader: inout JavaLowering) -> [Owner.Field] {
    var found: [Owner.Field] = []
    if syntax.kind(type) == .record, let components = syntax.child(type, syntax.fields.parameters) {
      for component in syntax.children(components) where syntax.kind(component) == .parameter {
        guard let name = syntax.child(component, syntax.fields.name) else { continue }
        let declared = syntax.child(component, syntax.fields.type).map { reader.declaredType($0) } ?? 0
        found.append(field(name, declared, reader))
      }
    }
    guard let body = syntax.child(type, syntax.fields.body) else { return found }
    let members = syntax.members(ofBody: body)
    let hasInner = syntax.children(members).contains { syntax.isType($0) }
    for member in syntax.children(members) {
      guard syntax.kind(member) == .field || syntax.kind(member) == .constant else { continue }
      let isStatic = syntax.kind(member) == .constant || syntax.hasModifier(.static, member)
      let declared = syntax.child(member, syntax.fields.type).map { reader.declaredType($0) } ?? 0
      for declarator in syntax.children(member) where syntax.kind(declarator) == .declarator {
        guard let name = syntax.child(declarator, syntax.fields.name) else { continue }
        let isArray = syntax.has(.dimensions, in: declarator)
        var field = field(name, isArray ? 0 : declared, reader)
        field.marks = syntax.annotations(member).compactMap { Owner.note(syntax.text($0)) }
        if !isStatic { found.append(field) }
        if isStatic || hasInner { share(field) }
      }
    }
    return found
  }

  func owner(_ name: String, of type: Int32) -> Owner {
    let annotations = syntax.annotations(type)
    var owner = Owner(name: name, marks: annotations.map { syntax.annotationName($0) })
    owner.notes = annotations.compactMap { Owner.note(syntax.text($0)) }
    return owner
  }

  private func field(_ name: Int32, _ type: NameScope.Symbol, _ reader: JavaLowering) -> Owner.Field {
    Owner.Field(
      name: syntax.text(name),
      type: type == 0 ? nil : reader.core.scope.text(type),
      certainty: type == 0 ? .nameOnly : .declaredType
    )
  }

  private mutating func share(_ field: Owner.Field) {
    switch outline.environment.names[field.name] {
    case nil: set(.value(type: field.type, certainty: field.certainty), for: field.name)
    case .value(let type, _) where type != field.type:
      // Two types have a field of this name: nobody knows which one is meant.
      set(.value(type: nil, certainty: .nameOnly), for: field.name)
    default: break
    }
  }
}
