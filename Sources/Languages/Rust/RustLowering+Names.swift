import Behaviour
import TreeSitter

extension RustLowering {
  /// What a dotted name stands for.
  mutating func place(_ node: Int32) -> Place {
    if rs.isSolid(node) {
      var place = core.place(range(node))
      if place.isPlain, rs.isText(node, "Self") { nameOwner(&place) }
      return place
    }
    scratch.removeAll(keepingCapacity: true)
    rs.append(dotted: node, to: &scratch)
    var place = core.place(in: scratch, scratch.indices)
    if place.path == 0, place.kind == .unknown { resolveCrate(&place, node) }
    if kind(node) == .scoped || kind(node) == .scopedType, place.path != 0, scratch.starts(with: "core.".utf8) {
      place.path = core.builder.name(RustPaths.canonical(core.builder.text(place.path)))
    }
    return place
  }

  /// A path whose first part nobody declared begins with the name of a crate.
  private mutating func resolveCrate(_ place: inout Place, _ node: Int32) {
    var root = node
    while kind(root) == .member { root = child(root, fields.value).map(rs.unwrap) ?? SyntaxNode.none }
    guard kind(root) == .scoped || kind(root) == .scopedType || kind(root) == .genericFunction else { return }
    guard let first = scratch.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return }
    if scratch.starts(with: "self.".utf8) || scratch.starts(with: "super.".utf8) { return }
    place.path = place.name
    place.certainty = .import
  }

  private mutating func nameOwner(_ place: inout Place) {
    guard let index = span.container, outline.containers.indices.contains(index),
      let owner = outline.containers[index].owner
    else { return }
    place.name = core.builder.name(owner.name)
  }

  /// Writes a name that is read.
  mutating func name(_ node: Int32, _ role: Role) -> Known {
    if rs.isText(node, "None") {
      core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
      return .nothing
    }
    return read(node, role)
  }

  @discardableResult
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let place = place(node)
    read(place, node, role, flags)
    return core.known(place)
  }

  mutating func read(_ place: Place, _ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    core.builder.leaf(
      .read,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.kind.rawValue,
      flags: flags
    )
  }

  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  mutating func member(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    if rs.isDotted(node) { return read(node, role, flags) }
    let name = child(node, fields.field)
    let index = core.builder.open(
      .read,
      role,
      range(node),
      name: name.map { memberName($0) } ?? 0,
      detail: PlaceKind.member.rawValue,
      flags: flags
    )
    let object = child(node, fields.value).map { expression($0, .receiver) } ?? .nothing
    core.builder.close()
    guard let name else { return .nothing }
    let path = core.path(of: range(name), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setNote(path, at: index)
    return Known(what: .thing, path: path, certainty: min(object.certainty, .constructor))
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID {
    let range = range(node)
    if range.lowerBound > 0, range.lowerBound <= core.source.bytes.count,
      core.source.bytes[range.lowerBound - 1] == UInt8(ascii: ".")
    {
      return core.name(range.lowerBound - 1..<range.upperBound)
    }
    return core.builder.name("." + core.text(node))
  }

  /// An element: `xs[i]`, `xs[1..3]`.
  mutating func index(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    let parts = rs.parts(node)
    guard let first = parts.first else { return unknownConstruct(node, role) }
    let base = rs.unwrap(first)
    if rs.isDotted(base) {
      let place = place(base)
      core.builder.open(
        .read,
        role,
        range(node),
        name: place.name,
        path: place.path,
        detail: PlaceKind.element.rawValue,
        flags: flags
      )
    } else {
      core.builder.open(.read, role, range(node), detail: PlaceKind.member.rawValue, flags: flags)
      expression(base, .receiver)
    }
    for part in parts.dropFirst() { expression(part, .index) }
    core.builder.close()
  }
}
