import Behaviour
import TreeSitter

extension PHPLowering {
  /// Writes a name, a member or a constant: one node for what is only names, else one that hangs on what it is of.
  @discardableResult
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let flags = kind(node) == .nullsafeMember ? flags.union(.optional) : flags
    if let place = place(node) {
      core.builder.leaf(
        .read,
        role,
        range(node),
        name: place.name,
        path: place.path,
        detail: place.kind.rawValue,
        flags: flags
      )
      return known(place, node)
    }
    switch kind(node) {
    case .member, .nullsafeMember: return member(node, child(node, fields.object), role, flags)
    case .scopedProperty: return member(node, child(node, fields.scope), role, flags)
    case .classConstant: return member(node, php.firstPart(node), role, flags)
    default:
      core.builder.leaf(.read, role, range(node), detail: PlaceKind.unknown.rawValue, flags: flags)
      return .nothing
    }
  }

  private mutating func member(_ node: Int32, _ object: Int32?, _ role: Role, _ flags: NodeFlags) -> Known {
    var name = child(node, fields.name)
    if kind(node) == .classConstant { name = php.lastPart(node) }
    let isPlain = name.map { kind($0) == .name || kind($0) == .variable && kind(node) == .scopedProperty } ?? false
    let index = core.builder.open(
      .read,
      role,
      range(node),
      name: isPlain ? name.map { memberName($0) } ?? 0 : 0,
      detail: PlaceKind.member.rawValue,
      flags: flags
    )
    let value = object.map { expression($0, .receiver) } ?? .nothing
    // `$order->{$field}`
    if !isPlain, let name { expression(name, .index) }
    core.builder.close()
    guard isPlain, let name, kind(name) == .name else { return .nothing }
    let path = core.path(of: range(name), of: value)
    guard path != 0 else { return .nothing }
    core.builder.setNote(path, at: index)
    return Known(what: .thing, path: path, certainty: min(value.certainty, .constructor))
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID {
    written.removeAll(keepingCapacity: true)
    appendMember(node, to: &written)
    return core.builder.name(written, written.indices)
  }

  /// An element: `$xs[$i]`, `$xs[]`.
  mutating func element(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    let parts = php.parts(node)
    guard let first = parts.first else { return unknownConstruct(node, role) }
    let base = php.unwrap(first)
    if let place = place(base) {
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
    if parts.count > 1 { expression(parts[1], .index) }
    core.builder.close()
  }
}
