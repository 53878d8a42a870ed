import Behaviour
import TreeSitter

/// What the names of a file are worth: the types of its values, and of the bases and the fields of its types.
extension RustOutliner {
  /// Reads names and types as they stand in the file as a whole.
  private func reader() -> RustLowering {
    let whole = UnitSpan(
      node: 0,
      range: 0..<rs.source.bytes.count,
      nameRange: 0..<0,
      name: "",
      qualifiedName: "",
      kind: .function,
      container: nil
    )
    return RustLowering(span: whole, source: rs.source, outline: outline, rust: rust)
  }

  mutating func resolveValues() {
    guard !values.isEmpty else { return }
    var reader = reader()
    for node in values {
      guard let name = rs.child(node, rs.fields.name) else { continue }
      let type = rs.child(node, rs.fields.type).map { reader.declaredPath($0) } ?? 0
      let path = type == 0 ? nil : reader.core.builder.text(type)
      note(.value(type: path, certainty: path == nil ? .nameOnly : .declaredType), for: rs.source.text(rs.range(name)))
    }
  }

  mutating func resolveOwners() {
    guard owners.contains(where: { $0 != SyntaxNode.none }) else { return }
    var reader = reader()
    var fields: [String: [Owner.Field]] = [:]
    for (index, node) in owners.enumerated() where node != SyntaxNode.none {
      guard var owner = outline.containers[index].owner else { continue }
      if let trait = rs.child(node, rs.fields.trait) {
        let path = reader.declaredPath(trait)
        owner.bases = [path == 0 ? rs.dotted(trait) : reader.core.builder.text(path)]
      }
      if let known = fields[owner.name] {
        owner.fields = known
      } else if let type = types[owner.name] {
        owner.fields = self.fields(of: type, &reader)
        fields[owner.name] = owner.fields
      }
      set(owner, ofContainer: index)
    }
  }

  private func fields(of type: Int32, _ reader: inout RustLowering) -> [Owner.Field] {
    guard rs.kind(type) == .structure, let list = rs.child(type, rs.fields.body), rs.kind(list) == .fieldList else {
      return []
    }
    var found: [Owner.Field] = []
    for node in rs.children(list) where rs.kind(node) == .field {
      guard let name = rs.child(node, rs.fields.name), let declared = rs.child(node, rs.fields.type) else { continue }
      let path = reader.declaredPath(declared)
      found.append(
        Owner.Field(
          name: rs.source.text(rs.range(name)),
          type: path == 0 ? nil : reader.core.builder.text(path),
          certainty: path == 0 ? .nameOnly : .declaredType
        )
      )
    }
    return found
  }
}
