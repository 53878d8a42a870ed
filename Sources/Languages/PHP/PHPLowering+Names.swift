import Behaviour
import TreeSitter

extension PHPLowering {
  // MARK: - Types

  /// Appends the canonical path of a type named in the text; false where it is one of this file, or has none.
  mutating func appendType(_ node: Int32, to path: inout [UInt8]) -> Bool {
    switch kind(node) {
    case .relativeScope: return appendOwn(php.isText(node, "parent"), to: &path)
    case .relativeName:
      appendNamespace(to: &path)
      var name: [UInt8] = []
      php.append(name: node, to: &name)
      path.append(contentsOf: name.drop { $0 != UInt8(ascii: ".") }.dropFirst(path.isEmpty ? 1 : 0))
      return true
    case .name, .qualifiedName: break
    default: return false
    }
    if kind(node) == .name, php.isText(node, "self") || php.isText(node, "static") || php.isText(node, "parent") {
      return appendOwn(php.isText(node, "parent"), to: &path)
    }
    if php.isAbsolute(node) {
      php.append(name: node, to: &path)
      return true
    }
    var name: [UInt8] = []
    php.append(name: node, to: &name)
    let end = name.firstIndex(of: UInt8(ascii: ".")) ?? name.count
    if let declared = core.scope.topLevel(String(decoding: name[..<end], as: UTF8.self)) {
      guard case .imported(let imported) = declared else { return false }
      path.append(contentsOf: imported.utf8)
      path.append(contentsOf: name[end...])
      return true
    }
    appendNamespace(to: &path)
    if !path.isEmpty { path.append(UInt8(ascii: ".")) }
    path.append(contentsOf: name)
    return true
  }

  /// The type that the one at hand derives from: what it has by no declaration of its own, it has from there.
  private mutating func appendOwn(_ isParent: Bool, to path: inout [UInt8]) -> Bool {
    guard core.knowsFields else { return false }
    let base = core.scope.baseType()
    guard base != 0 else { return false }
    core.scope.append(base, to: &path)
    return true
  }

  private mutating func appendNamespace(to path: inout [UInt8]) {
    if case .value(let name?, _) = core.scope.topLevel(PHPOutliner.namespaceKey) { path.append(contentsOf: name.utf8) }
  }

  /// The canonical path of a type named in the text, 0 where it has none.
  mutating func typePath(_ node: Int32) -> NameID {
    var bytes: [UInt8] = []
    guard appendType(node, to: &bytes), !bytes.isEmpty else { return 0 }
    return core.builder.name(bytes, bytes.indices)
  }

  /// The canonical path of a declared type, 0 where it does not resolve: of `?X` and `X|null` that of `X`.
  mutating func declaredPath(_ node: Int32, depth: Int = 0) -> NameID {
    guard depth < 8 else { return 0 }
    switch kind(node) {
    case .namedType, .optionalType, .typeList, .normalFormType:
      let parts = php.parts(node)
      return parts.count == 1 ? declaredPath(parts[0], depth: depth + 1) : 0
    case .unionType:
      let parts = php.parts(node).filter { kind($0) != .primitiveType && kind($0) != .bottomType }
      return parts.count == 1 ? declaredPath(parts[0], depth: depth + 1) : 0
    case .intersectionType:
      return php.firstPart(node).map { declaredPath($0, depth: depth + 1) } ?? 0
    case .name, .qualifiedName, .relativeName:
      return php.isText(node, "self") || php.isText(node, "static") || php.isText(node, "parent") ? 0 : typePath(node)
    default: return 0
    }
  }

  mutating func declaredType(_ node: Int32) -> NameScope.Symbol { symbol(ofName: declaredPath(node)) }

  /// A name of the tree as a symbol of the scope.
  mutating func symbol(ofName name: NameID) -> NameScope.Symbol {
    name == 0 ? 0 : core.type(of: Known(what: .thing, path: name, certainty: .declaredType))
  }

  // MARK: - Functions

  /// The canonical path of a function named in the text; 0 where it is one of this file. What nobody here declares is
  /// PHP's own, or another file's of the same name.
  mutating func functionPath(_ node: Int32) -> NameID {
    var name: [UInt8] = []
    php.append(name: node, to: &name)
    guard kind(node) == .name else {
      return kind(node) == .relativeName || !php.isAbsolute(node)
        ? typePath(node) : core.builder.name(name, name.indices)
    }
    switch core.scope.topLevel(String(decoding: name, as: UTF8.self)) {
    case .imported(let path): return core.builder.name(path)
    case .function: return 0
    case .type, .value, nil: return core.builder.name(name, name.indices)
    }
  }

  /// Whether a call is one of PHP's own function of this name.
  func isBuiltin(_ callee: Int32) -> Bool {
    guard php.isName(callee), kind(callee) == .name || php.isAbsolute(callee) else { return false }
    if case .function = outline.environment.names[php.dotted(callee)] { return false }
    return true
  }

  // MARK: - Places

  /// Appends the dotted name of an expression that is only names.
  ///
  /// - Returns: the node of its first part, and how many bytes that took; nil where it is not only names.
  func appendDotted(_ node: Int32, to bytes: inout [UInt8], depth: Int = 0) -> (root: Int32, end: Int)? {
    guard depth < 60, !php[node].hasError else { return nil }
    switch kind(node) {
    case .variable:
      bytes.append(contentsOf: core.source.slice(range(node)).dropFirst())
      return (node, bytes.count)
    case .name, .qualifiedName, .relativeName, .relativeScope:
      php.append(name: node, to: &bytes)
      return (node, bytes.count)
    case .member, .nullsafeMember:
      guard let object = child(node, fields.object), let name = child(node, fields.name), kind(name) == .name,
        let found = appendDotted(php.unwrap(object), to: &bytes, depth: depth + 1)
      else { return nil }
      appendMember(name, to: &bytes)
      return found
    case .scopedProperty:
      guard let scope = child(node, fields.scope), let name = child(node, fields.name), kind(name) == .variable,
        let found = appendDotted(scope, to: &bytes, depth: depth + 1)
      else { return nil }
      appendMember(name, to: &bytes)
      return found
    case .classConstant:
      let parts = php.parts(node)
      guard parts.count == 2, kind(parts[1]) == .name,
        let found = appendDotted(parts[0], to: &bytes, depth: depth + 1)
      else { return nil }
      // `Order::class` is the type.
      if !php.isText(parts[1], "class") { appendMember(parts[1], to: &bytes) }
      return found
    default: return nil
    }
  }

  /// Appends a dot and the name of a member, without its `$`.
  func appendMember(_ name: Int32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "."))
    let text = core.source.slice(range(name))
    bytes.append(contentsOf: kind(name) == .variable ? text.dropFirst() : text)
    if bytes.count > LoweringCore.textLimit { bytes.removeLast(bytes.count - LoweringCore.textLimit) }
  }

  /// What an expression that is only names stands for; nil for any other.
  mutating func place(_ node: Int32) -> Place? {
    written.removeAll(keepingCapacity: true)
    guard let (root, end) = appendDotted(node, to: &written) else { return nil }
    return place(root, end)
  }

  /// What a method or static member of an expression stands for, where that is only names.
  mutating func place(of member: Int32, in object: Int32) -> Place? {
    written.removeAll(keepingCapacity: true)
    guard let (root, end) = appendDotted(object, to: &written) else { return nil }
    appendMember(member, to: &written)
    return place(root, end)
  }

  /// - Parameter end: where the rest of the written name starts.
  private mutating func place(_ root: Int32, _ end: Int) -> Place {
    var place = Place(name: core.builder.name(written, written.indices))
    let end = min(end, written.count)
    place.isPlain = end == written.count
    path.removeAll(keepingCapacity: true)
    guard kind(root) == .variable else {
      place.kind = .static
      if isOwnScope(root) {
        // `self::$client`; what calls of the type's own methods are, the call says.
        if core.knowsFields, let certainty = resolveField(end) {
          place.path = core.builder.name(path, path.indices)
          place.certainty = certainty
        }
        return place
      }
      var found: [UInt8] = []
      if !place.isPlain || isTypeName(root), appendType(root, to: &found) {
        found.append(contentsOf: written[end...])
        place.path = core.builder.name(found, found.indices)
        place.certainty = .import
      }
      return place
    }
    place.root = core.symbol(root)
    place.kind = core.scope.place(of: place.root)
    let certainty: Certainty?
    if php.isText(root, "$this") {
      place.kind = place.isPlain ? .unknown : .field
      certainty = place.isPlain || !core.knowsFields ? nil : resolveField(end)
    } else {
      certainty = core.scope.resolve(place.root, written, end..<written.count, to: &path)
    }
    if let certainty {
      place.path = core.builder.name(path, path.indices)
      place.certainty = certainty
    }
    return place
  }

  /// `self`, `static`.
  private func isOwnScope(_ root: Int32) -> Bool { php.isText(root, "self") || php.isText(root, "static") }

  /// `$this->client->get`, by the type of the field.
  private mutating func resolveField(_ end: Int) -> Certainty? {
    guard end + 1 < written.count else { return nil }
    var endOfField = end + 1
    while endOfField < written.count, written[endOfField] != UInt8(ascii: ".") { endOfField += 1 }
    let field = core.scope.symbol(written, end + 1..<endOfField)
    return core.scope.resolve(field: field, written, endOfField..<written.count, to: &path)
  }

  /// Whether a plain name stands where only a type can: `Order` in `Order::class`.
  private func isTypeName(_ root: Int32) -> Bool {
    let around = php.parent(root)
    switch kind(around) {
    case .classConstant, .new, .scopedCall, .scopedProperty, .attribute: return true
    case .binary: return child(around, fields.operator).map { php.isText($0, "instanceof") } ?? false
    default: return kind(root) == .relativeScope
    }
  }

  /// What is known of a value that is read from a place.
  mutating func known(_ place: Place, _ node: Int32) -> Known {
    if kind(node) == .member || kind(node) == .nullsafeMember, let field = ownField(node) {
      // A field of the object itself holds a value of its type.
      guard let type = core.scope.field(field)?.type else { return .nothing }
      let certainty = core.scope.field(field)?.certainty ?? .nameOnly
      return Known(what: .value(core.scope.symbol(type)), certainty: certainty)
    }
    return core.known(place)
  }

  /// The name of a field of the object itself.
  private func ownField(_ node: Int32) -> String? {
    guard core.knowsFields, let object = child(node, fields.object), php.isText(object, "$this"),
      let name = child(node, fields.name), kind(name) == .name
    else { return nil }
    return php.text(name)
  }
}
