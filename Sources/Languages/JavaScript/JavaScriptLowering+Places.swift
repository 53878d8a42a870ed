import Behaviour
import TreeSitter

extension JavaScriptLowering {
  /// Reads a place: a name, a member, an element.
  @discardableResult
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    let kept = flags.intersection([.voided, .spread, .destructured])
    if let root = js.root(ofPath: node) { return read(path: node, from: root, role, kept) }
    switch kind(node) {
    case .member: return readMember(node, role, kept)
    case .subscript_: return readElement(node, role, kept)
    case .nonNull:
      if let inner = js.firstNamed(node) { return expression(inner, role, flags) }
    default: unknown(role, node)
    }
    return .nothing
  }

  private mutating func read(path node: Int32, from root: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    let name = name(ofPath: node)
    let (known, place) = known(path: node, from: root, name)
    var flags = flags
    if root != node, isOptional(path: node) { flags.insert(.optional) }
    // What a place holds is not what it is.
    let path = known.isItself ? known.path : 0
    builder.leaf(.read, role, range(node), name: name, path: path, detail: place.rawValue, flags: flags)
    return known
  }

  /// What is known of a path of plain names, and where its first one lives.
  mutating func known(path node: Int32, from root: Int32, _ name: NameID) -> (known: KnownValue, place: PlaceKind) {
    let (known, place) = known(plainPath: node, from: root, name)
    guard let (cast, type) = cast(in: node) else { return (known, place) }
    // What the path is said to be on its way, and from there on.
    let declared = self.known(annotation: type)
    guard declared.path != 0 else { return (known, place) }
    let said = self.name(ofPath: cast)
    let length = builder.text(said).utf8.count
    return (length == builder.text(name).utf8.count ? declared : join(declared, name, dropping: length), place)
  }

  /// The outermost place in a path at which it is said to be of a type.
  private func cast(in path: Int32) -> (node: Int32, type: Int32)? {
    var node = path
    while true {
      if kind(node) == .member {
        guard let object = js.firstNamed(node) else { return nil }
        node = object
      } else if let inner = js.insideWrapper(node) {
        if let type = js.castType(node) { return (node, type) }
        node = inner
      } else {
        return nil
      }
    }
  }

  private mutating func known(
    plainPath node: Int32,
    from root: Int32,
    _ name: NameID
  )
    -> (known: KnownValue, place: PlaceKind)
  {
    let isPlain = js.unwrap(node) == root
    switch kind(root) {
    case .this:
      guard !isPlain else { return (.nothing, .parameter) }
      return (knownField(in: name), .field)
    case .super:
      guard !isPlain else { return (.nothing, .parameter) }
      return (join(knownBase, name, dropping: 5), .field)
    case .metaProperty:
      return (KnownValue(path: name, certainty: .import, isItself: true), .static)
    default:
      let rootName = isPlain ? name : self.name(root)
      let known = scope.known(rootName, &builder)
      let place = scope.place(rootName, &builder)
      if isPlain { return (known, place) }
      return (join(known, name, dropping: builder.text(rootName).utf8.count), place)
    }
  }

  /// The base of the class around, where it is imported or one of the language's own.
  var knownBase: KnownValue {
    mutating get {
      guard let base = scope.base else { return .nothing }
      let isCanonical =
        JavaScriptGlobals.names.contains(base)
        || outline.environment.names.values.contains {
          guard case .imported(let path) = $0 else { return false }
          return base == path || base.hasPrefix(path + ".")
        }
      guard isCanonical else { return .nothing }
      return KnownValue(path: builder.name(base), certainty: .declaredType, isItself: true)
    }
  }

  /// `this.client.get`: what the field is, joined with the rest.
  private mutating func knownField(in name: NameID) -> KnownValue {
    let text = builder.text(name).utf8
    let field = text.dropFirst(5).prefix { $0 != UInt8(ascii: ".") }
    let isWhole = 5 + field.count == text.count
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: field)
    let known = scope.field(builder.name(scratch[...]), &builder)
    return isWhole ? known : join(known, name, dropping: 5 + field.count)
  }

  private mutating func readMember(_ node: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    let name = memberName(node)
    var flags = flags
    if js.children(node).contains(where: { kind($0) == .optionalChain }) { flags.insert(.optional) }
    let index = builder.open(
      .read,
      role,
      range(node),
      name: name,
      detail: PlaceKind.member.rawValue,
      flags: flags
    )
    var known = KnownValue.nothing
    if let object = js.child(node, fields.object) { known = join(expression(object, .receiver), name, dropping: 0) }
    builder.close()
    if known.path != 0 { builder.setNote(known.path, at: index) }
    return known
  }

  /// `.name` of what a member is taken from.
  mutating func memberName(_ node: Int32) -> NameID {
    guard let property = js.child(node, fields.property) else { return 0 }
    // The dot stands right before the name, but for layout.
    let range = range(property)
    if range.lowerBound > 0, js.source.slice(range.lowerBound - 1..<range.lowerBound).first == UInt8(ascii: ".") {
      return name(range.lowerBound - 1..<range.upperBound)
    }
    return builder.name("." + js.text(property))
  }

  private mutating func readElement(_ node: Int32, _ role: Role, _ flags: NodeFlags) -> KnownValue {
    guard let object = js.child(node, fields.object) else {
      unknown(role, node)
      return .nothing
    }
    var flags = flags
    if js.children(node).contains(where: { kind($0) == .optionalChain || js.token($0) == .optionalChain }) {
      flags.insert(.optional)
    }
    if let root = js.root(ofPath: object) {
      let name = name(ofPath: object)
      let (known, _) = known(path: object, from: root, name)
      let path = known.isItself ? known.path : 0
      let detail = PlaceKind.element.rawValue
      builder.open(.read, role, range(node), name: name, path: path, detail: detail, flags: flags)
    } else {
      builder.open(.read, role, range(node), detail: PlaceKind.member.rawValue, flags: flags)
      expression(object, .receiver)
    }
    if let index = js.child(node, fields.index) { expression(index, .index) }
    builder.close()
    return .nothing
  }
}
