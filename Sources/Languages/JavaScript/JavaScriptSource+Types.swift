import TreeSitter

extension JavaScriptSource {
  /// The node that names the type which a type annotation is about: a name, or names with dots. Nil where it is about
  /// none, or several.
  func namedType(_ node: Int32) -> Int32? {
    var node = node
    for _ in 0..<20 {
      switch kind(node) {
      case .typeAnnotation, .parenthesizedType, .readonlyType:
        guard let inner = firstNamed(node) else { return nil }
        node = inner
      case .typeIdentifier, .nestedTypeIdentifier, .identifier, .member: return node
      case .genericType:
        guard let name = child(node, fields.name) else { return nil }
        guard isWrapper(name), let arguments = child(node, fields.typeArguments),
          let inner = firstNamed(arguments)
        else { return name }
        node = inner
      case .unionType:
        guard let inner = onlyPresent(node) else { return nil }
        node = inner
      default: return nil
      }
    }
    return nil
  }

  /// `Partial<T>` says of its members what `T` does.
  private func isWrapper(_ name: Int32) -> Bool {
    isText(name, "Partial") || isText(name, "Readonly") || isText(name, "Required") || isText(name, "NonNullable")
      || isText(name, "Awaited")
  }

  /// The one alternative of a union that is neither `null` nor `undefined`.
  private func onlyPresent(_ union: Int32) -> Int32? {
    var found: Int32?
    var pending = [union]
    var budget = 8
    while let next = pending.popLast() {
      budget -= 1
      guard budget > 0 else { return nil }
      for part in children(next) where syntax[part].isNamed {
        switch kind(part) {
        case .unionType: pending.append(part)
        case .literalType where isText(part, "null") || isText(part, "undefined"): continue
        case .predefinedType where isText(part, "void"): continue
        case .comment: continue
        default:
          guard found == nil else { return nil }
          found = part
        }
      }
    }
    return found
  }
}
