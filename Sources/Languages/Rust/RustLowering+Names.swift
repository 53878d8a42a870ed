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

  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  mutating func member(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    if rs.isDotted(node) { return read(node, role, flags) }
    let name = child(node, fields.field)
    return member(name.map { (memberName($0), range($0)) }, of: child(node, fields.value), node, role, flags)
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID { core.memberName(range(node)) }

  /// An element: `xs[i]`, `xs[1..3]`.
  mutating func index(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    let parts = rs.parts(node)
    guard let first = parts.first else { return unknownConstruct(node, role) }
    let base = rs.unwrap(first)
    openElement(of: base, rs.isDotted(base) ? place(base) : nil, range(node), role, flags)
    for part in parts.dropFirst() { expression(part, .index) }
    core.builder.close()
  }
}
