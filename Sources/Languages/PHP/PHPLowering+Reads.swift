import Behaviour
import TreeSitter

extension PHPLowering {
  /// Writes a name, a member or a constant: one node for what is only names, else one that hangs on what it is of.
  @discardableResult
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let flags = kind(node) == .nullsafeMember ? flags.union(.optional) : flags
    if let place = place(node) {
      read(place, node, role, flags)
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
    let index = openMember(isPlain ? name.map { memberName($0) } ?? 0 : 0, node, role, flags)
    let value = object.map { expression($0, .receiver) } ?? .nothing
    // `$order->{$field}`
    if !isPlain, let name { expression(name, .index) }
    core.builder.close()
    guard isPlain, let name, kind(name) == .name else { return .nothing }
    return known(member: range(name), of: value, at: index)
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
    openElement(of: base, place(base), range(node), role, flags)
    if parts.count > 1 { expression(parts[1], .index) }
    core.builder.close()
  }
}
