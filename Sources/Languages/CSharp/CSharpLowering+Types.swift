import Behaviour
import TreeSitter

extension CSharpLowering {
  /// The canonical type that is written down, 0 where nothing is known of it.
  mutating func declaredType(_ node: Int32) -> NameScope.Symbol {
    let path = declaredPath(node)
    return path == 0 ? 0 : core.type(of: Known(what: .thing, path: path, certainty: .declaredType))
  }

  /// The canonical path of a declared type: of `X?` and `ref X` that of `X`, of `List<X>` that of `List`. A type of
  /// another file, of whose namespace nothing tells, goes by its name alone; one of this file has no path.
  mutating func declaredPath(_ node: Int32, depth: Int = 0) -> NameID {
    guard depth < 8 else { return 0 }
    switch kind(node) {
    case .nullable, .refType, .scopedType:
      return (child(node, fields.type) ?? cs.firstPart(node)).map { declaredPath($0, depth: depth + 1) } ?? 0
    case .predefined:
      return CSharpNamespaces.predefined[cs.text(node)].map { core.builder.name($0) } ?? 0
    case .genericName:
      let name = cs.plain(node)
      return name == node ? 0 : declaredPath(name, depth: depth + 1)
    case .identifier, .qualifiedName, .aliasQualified, .member: return typePath(node)
    default: return 0
    }
  }

  private mutating func typePath(_ node: Int32) -> NameID {
    guard cs.isDotted(node) else { return 0 }
    let isPlain = kind(node) == .identifier
    let text = isPlain ? cs.text(node) : cs.dotted(node)
    let root = String(text.prefix { $0 != "." })
    // A local or a field may have the name of its type: types are looked up where types are.
    switch outline.environment.names[root] {
    case .imported(let path): return core.builder.name(path + text.dropFirst(root.count))
    case .type: return 0
    case .function, .value, nil: break
    }
    if let path = CSharpNamespaces.catalog.path(of: root, in: outline.environment.wildcards) {
      return core.builder.name(path + text.dropFirst(root.count))
    }
    return CSharpLowering.isTypeParameter(text) ? 0 : core.builder.name(text)
  }

  /// `T`, `TKey`: by custom, a name for any type.
  private static func isTypeParameter(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "T") else { return false }
    guard let second = bytes.dropFirst().first else { return true }
    return CSharpText.isUpper(second)
  }

  /// Writes a type as what it is: the name of a thing.
  mutating func typeRead(_ node: Int32, _ role: Role) {
    let plain = kind(node) == .nullable ? child(node, fields.type) ?? node : node
    let name = cs.isDotted(plain) ? core.builder.name(cs.dotted(plain)) : nameID(plain)
    core.builder.leaf(.read, role, range(node), name: name, path: declaredPath(plain))
  }

  /// Types whose construction makes a collection like any other.
  func collectionKind(ofType node: Int32) -> CollectionKind? {
    switch kind(node) {
    case .arrayType: return .list
    case .nullable: return child(node, fields.type).flatMap { collectionKind(ofType: $0) }
    case .genericName:
      let name = cs.plain(node)
      if cs.isText(name, "List") || cs.isText(name, "Collection") || cs.isText(name, "LinkedList") { return .list }
      if cs.isText(name, "Dictionary") || cs.isText(name, "SortedDictionary") { return .keyed }
      if cs.isText(name, "HashSet") || cs.isText(name, "SortedSet") { return .set }
      return nil
    default: return nil
    }
  }

  /// What is known of a value by looking at the expression, without writing it.
  mutating func peek(_ node: Int32, depth: Int = 0) -> Known {
    guard depth < 12 else { return .nothing }
    let node = cs.unwrap(node)
    switch kind(node) {
    case .new:
      let type = child(node, fields.type).map { declaredType($0) } ?? 0
      return type == 0 ? .nothing : Known(what: .value(type), certainty: .constructor)
    case .identifier, .member: return cs.isDotted(node) ? core.known(place(node)) : .nothing
    case .await: return cs.firstPart(node).map { peek(withoutContext($0), depth: depth + 1) } ?? .nothing
    case .call:
      guard let callee = child(node, fields.function).map(cs.unwrap) else { return .nothing }
      if cs.isDotted(callee) {
        let place = place(callee)
        guard place.path != 0, !place.isPlain else { return .nothing }
        return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
      }
      guard let found = cs.member(callee) else { return .nothing }
      let value = peek(found.object, depth: depth + 1)
      let path = core.path(of: range(found.name), of: value)
      return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: value.certainty)
    default: return .nothing
    }
  }
}
