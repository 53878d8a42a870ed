import TreeSitter

extension JavaScriptSource {
  /// Where a chain of plain names starts (`a` in `a.b.c`, in `(a as A).b`); nil where a node is anything else.
  func root(ofPath node: Int32) -> Int32? {
    var node = node
    while true {
      switch kind(node) {
      case .member:
        guard let object = firstNamed(node) else { return nil }
        node = object
      case .identifier, .this, .super, .metaProperty, .undefined, .shorthand, .shorthandPattern:
        return syntax[node].isMissing ? nil : node
      case nil: return nil
      default:
        let inner = unwrap(node)
        guard inner != node else { return nil }
        node = inner
      }
    }
  }

  /// Names in a chain of plain names, without what stands between them.
  func names(ofPath node: Int32) -> [Substring] {
    var names: [Substring] = []
    var node = node
    while true {
      switch kind(node) {
      case .member, .nestedIdentifier, .nestedTypeIdentifier:
        guard let object = firstNamed(node), let property = lastNamed(node), property != object else {
          return names.reversed()
        }
        names.append(Substring(text(property)))
        node = object
      default:
        let inner = unwrap(node)
        if inner == node {
          names.append(Substring(text(node)))
          return names.reversed()
        }
        node = inner
      }
    }
  }

  /// Whether `?.` stands in a chain of plain names.
  func isOptional(path node: Int32) -> Bool {
    var node = node
    while kind(node) == .member || insideWrapper(node) != nil {
      if children(node).contains(where: { kind($0) == .optionalChain }) { return true }
      guard let object = firstNamed(node) else { return false }
      node = object
    }
    return false
  }
}
