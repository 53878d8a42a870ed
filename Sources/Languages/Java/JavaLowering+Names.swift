import Behaviour
import TreeSitter

extension JavaLowering {
  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  mutating func member(_ node: Int32, _ role: Role) -> Known {
    if java.isDotted(node) {
      let place = place(node)
      read(place, node, role)
      return known(place)
    }
    let name = child(node, fields.field)
    if java.has(.super, in: node) || child(node, fields.object).map({ kind($0) == .super }) == true {
      let text = "super." + (name.map { java.text($0) } ?? "")
      core.builder.leaf(
        .read,
        role,
        range(node),
        name: core.builder.name(text),
        detail: PlaceKind.field.rawValue
      )
      return .nothing
    }
    return member(name.map { (memberName($0), range($0)) }, of: child(node, fields.object), node, role)
  }

  /// What is known of a value that is read: of a field of the object what its type says.
  mutating func known(_ place: Place) -> Known {
    let known = core.known(place)
    guard case .nothing = known.what, place.kind == .field, core.knowsFields else { return known }
    let parts = core.builder.text(place.name).split(separator: ".", maxSplits: 2)
    guard parts.count == 2, let field = core.scope.field(String(parts[1])), let type = field.type else { return known }
    return Known(what: .value(core.scope.symbol(type)), certainty: field.certainty)
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID { core.memberName(range(node)) }

  /// `xs[i]`
  mutating func element(_ node: Int32, _ role: Role) {
    guard let array = child(node, fields.array).map(java.unwrap) else { return unknownConstruct(node, role) }
    openElement(of: array, java.isDotted(array) ? place(array) : nil, range(node), role)
    if let index = child(node, fields.index) { expression(index, .index) }
    core.builder.close()
  }

  /// `Order::total`, `this::send`, `Order::new`: a function by its name.
  mutating func methodReference(_ node: Int32, _ role: Role) -> Known {
    guard let owner = java.firstPart(node) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let parts = java.parts(node)
    let name = parts.count > 1 ? parts.last : nil
    let named = kind(owner) == .identifier || kind(owner) == .fieldAccess || kind(owner) == .this
    if named, java.isDotted(owner) {
      let place = place(object: owner, member: name)
      read(place, node, role)
      return core.known(place)
    }
    if let type = namedType(owner) {
      let owner = typePlace(type)
      let text = core.builder.text(owner.name) + (name.map { "." + java.text($0) } ?? "")
      let place = resolvedType(core.place(ofText: text))
      read(place, node, role)
      return core.known(place)
    }
    core.builder.open(
      .read,
      role,
      range(node),
      name: name.map { core.builder.name("." + java.text($0)) } ?? 0,
      detail: PlaceKind.member.rawValue
    )
    expression(owner, .receiver)
    core.builder.close()
    return .nothing
  }

  /// `Order.class`
  mutating func classLiteral(_ node: Int32, _ role: Role) {
    guard let type = java.firstPart(node) else { return unknownConstruct(node, role) }
    typeRead(type, role)
  }

  /// Writes the name of a type.
  mutating func typeRead(_ node: Int32, _ role: Role) {
    guard let named = namedType(node) else {
      core.builder.leaf(.read, role, range(node), name: core.name(node), detail: PlaceKind.static.rawValue)
      return
    }
    read(typePlace(named), node, role)
  }
}
