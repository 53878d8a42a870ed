import Behaviour
import TreeSitter

extension RustLowering {
  mutating func declaredType(_ node: Int32) -> NameScope.Symbol {
    let path = declaredPath(node)
    return path == 0 ? 0 : symbol(ofName: path)
  }

  /// A name of the tree as a symbol of the scope.
  mutating func symbol(ofName name: NameID) -> NameScope.Symbol {
    core.type(of: Known(what: .thing, path: name, certainty: .declaredType))
  }

  /// The canonical path of a declared type, 0 where it does not resolve: of `&T`, `Arc<T>`, `Option<T>`, `dyn T` and
  /// `State<T>` that of `T`, of other types with arguments that of the type.
  mutating func declaredPath(_ node: Int32) -> NameID {
    var node = node
    for _ in 0..<16 {
      switch kind(node) {
      case .typeIdentifier, .identifier, .scopedType, .scoped: return typePath(node)
      case .genericType:
        guard let base = child(node, fields.type) else { return 0 }
        let isWrapper = RustPrelude.wrappers.contains { rs.isText(rs.lastName(base), $0) }
        guard isWrapper, let arguments = child(node, fields.typeArguments),
          let inner = rs.children(arguments).first(where: { rs.isPart($0) && kind($0) != .lifetime })
        else { return typePath(base) }
        node = inner
      case .referenceType, .pointerType:
        guard let inner = child(node, fields.type) else { return 0 }
        node = inner
      case .dynamicType, .abstractType:
        guard let inner = child(node, fields.trait) else { return 0 }
        node = inner
      case .boundedType:
        guard let inner = rs.firstPart(node) else { return 0 }
        node = inner
      default: return 0
      }
    }
    return 0
  }

  private mutating func typePath(_ node: Int32) -> NameID {
    let place = place(node)
    return place.certainty == .import ? place.path : 0
  }
}
