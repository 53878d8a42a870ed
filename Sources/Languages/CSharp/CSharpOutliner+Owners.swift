import Behaviour
import TreeSitter

/// What the names of a file are worth: the types of its values, of the bases and the fields of its types.
extension CSharpOutliner {
  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> CSharpLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<cs.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return CSharpLowering(span: whole, source: cs.source, outline: outline, csharp: csharp)
  }

  mutating func resolveOwners() {
    guard !types.isEmpty else { return }
    var reader = reader()
    for (node, container) in types {
      guard var owner = outline.containers[container].owner else { continue }
      owner.bases = bases(of: node, &reader)
      owner.fields = fields(of: node, &reader)
      set(owner, ofContainer: container)
    }
  }

  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    var seen: Set<String> = []
    for value in values {
      let name = cs.text(value.name)
      switch outline.environment.names[name] {
      case .imported, .function, .type: continue
      case .value, nil: break
      }
      var type: NameScope.Symbol = 0
      var certainty = Certainty.nameOnly
      if let declared = value.type, cs.kind(declared) != .implicitType {
        type = reader.declaredType(declared)
        certainty = .declaredType
      } else if let value = value.value {
        let known = reader.peek(value)
        if case .thing = known.what {} else { type = reader.core.type(of: known) }
        certainty = .constructor
      }
      // Two types of one name's values: nobody knows which one is meant.
      let isSecond = !seen.insert(name).inserted
      let path = type == 0 || isSecond ? nil : reader.core.scope.text(type)
      set(.value(type: path, certainty: path == nil ? .nameOnly : certainty), for: name)
      if value.type.map({ cs.kind($0) == .implicitType }) ?? true, let path {
        // A later value may be made of this one.
        reader.core.scope.declare(name, .static, type: path, certainty: certainty)
      }
    }
  }

  private func bases(of type: Int32, _ reader: inout CSharpLowering) -> [String] {
    guard let list = cs.first(.baseList, in: type) else { return [] }
    return cs.parts(list).compactMap { part in
      guard cs.kind(part) != .arguments else { return nil }
      let base = cs.kind(part) == .primaryBase ? cs.firstPart(part) ?? part : part
      let path = reader.declaredPath(base)
      if path != 0 { return reader.core.builder.text(path) }
      return cs.isDotted(base) ? cs.dotted(base) : cs.source.text(cs.range(base).prefix(LoweringCore.noteLimit))
    }
  }

  /// The fields, properties and parameters of a type that its methods may use by their names alone.
  private func fields(of type: Int32, _ reader: inout CSharpLowering) -> [Owner.Field] {
    var fields: [Owner.Field] = []
    var seen: Set<String> = []
    func add(_ name: Int32, _ type: Int32?, _ member: Int32? = nil) {
      let text = cs.text(name)
      guard !text.isEmpty, seen.insert(text).inserted else { return }
      let path = type.map { reader.declaredType($0) } ?? 0
      let found = path == 0 ? nil : reader.core.scope.text(path)
      var field = Owner.Field(
        name: text,
        type: found,
        certainty: found == nil ? .nameOnly : .declaredType
      )
      field.marks = member.map { notes(on: $0) } ?? []
      fields.append(field)
    }
    if let list = cs.child(type, cs.fields.parameters) ?? cs.first(.parameters, in: type) {
      for parameter in reader.declaredParameters(list) { add(parameter.name, parameter.type) }
    }
    guard let body = cs.child(type, cs.fields.body) ?? cs.first(.declarationList, in: type) else { return fields }
    var waiting = [body]
    while let next = waiting.popLast() {
      for member in cs.children(next) {
        switch cs.kind(member) {
        case .field, .eventField:
          guard !cs.has(modifier: "static", in: member), !cs.has(modifier: "const", in: member),
            let declaration = cs.first(.variableDeclaration, in: member)
          else { continue }
          for declarator in cs.children(declaration) where cs.kind(declarator) == .declarator {
            if let name = cs.child(declarator, cs.fields.name) { add(name, cs.child(declaration, cs.fields.type)) }
          }
        case .property:
          guard !cs.has(modifier: "static", in: member), let name = cs.child(member, cs.fields.name)
          else { continue }
          add(name, cs.child(member, cs.fields.type), member)
        case .preprocIf, .preprocElif, .preprocElse: waiting.append(member)
        default: if cs[member].isError { waiting.append(member) }
        }
      }
    }
    return fields
  }
}
