import Behaviour
import TreeSitter

extension CSharpLowering {
  /// What a dotted name stands for. A member of the object itself is written with `this`, also where the code leaves
  /// that out.
  mutating func place(_ node: Int32) -> Place {
    let node = cs.unwrap(node)
    if kind(node) == .identifier {
      return isOwn(self.symbol(node)) ? ownPlace(cs.nameRange(node)) : core.place(cs.nameRange(node))
    }
    let isSolid = cs.isSolid(node)
    let parts = isSolid ? [] : cs.names(node)
    let root = isSolid ? leftmostName(node) : parts.first ?? node
    switch kind(root) {
    case .identifier where isOwn(self.symbol(root)):
      return isSolid
        ? ownPlace(range(node)) : core.place(ofText: "this." + cs.dotted(node))
    case .predefined: return predefined(root, node)
    case .base: return inherited(node)
    default: return isSolid ? core.place(range(node)) : core.place(ofText: cs.dotted(node))
    }
  }

  /// A member of the object itself that is written without it.
  private mutating func ownPlace(_ range: Range<Int>) -> Place {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count + 5)
    bytes.append(contentsOf: "this.".utf8)
    bytes.append(contentsOf: cs.source.slice(range))
    return core.place(ofBytes: bytes)
  }

  /// The first name of a dotted name.
  private func leftmostName(_ node: Int32) -> Int32 {
    var node = node
    while let inner = child(node, fields.expression) ?? child(node, fields.qualifier) { node = inner }
    return node
  }

  /// `string.Join`.
  private mutating func predefined(_ root: Int32, _ node: Int32) -> Place {
    let text = cs.dotted(node)
    var place = core.place(ofText: text)
    guard let path = CSharpNamespaces.predefined[cs.text(root)] else { return place }
    place.path = core.builder.name(path + text.drop { $0 != "." })
    place.certainty = .import
    return place
  }

  /// `base.Dispose`.
  private mutating func inherited(_ node: Int32) -> Place {
    let text = cs.dotted(node)
    var place = core.place(ofText: text)
    let base = core.scope.baseType()
    guard base != 0, text.utf8.contains(UInt8(ascii: ".")) else { return place }
    place.path = core.builder.name(core.scope.text(base) + text.drop { $0 != "." })
    place.certainty = .declaredType
    return place
  }

  /// Writes a plain or dotted name.
  @discardableResult
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let place = place(node)
    read(place, node, role, flags)
    return core.known(place)
  }

  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  @discardableResult
  mutating func member(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let optional: NodeFlags = cs.isOptional(node) ? [.optional] : []
    if cs.isDotted(node) {
      let place = place(node)
      if cs.isText(node, "string.Empty") || cs.isText(node, "String.Empty") {
        core.builder.leaf(.literal, role, range(node), detail: LiteralKind.string.rawValue)
        return .nothing
      }
      read(place, node, role, flags.union(optional))
      return core.known(place)
    }
    if kind(node) == .conditionalAccess, let binding = cs.first(.elementBinding, in: node) {
      // `orders?[0]`
      element(node, binding, child(node, fields.condition), role, flags.union(optional))
      return .nothing
    }
    guard let found = cs.member(node) else {
      unknownConstruct(node, role)
      return .nothing
    }
    let name = (memberName(found.name), range(found.name))
    return member(name, of: found.object, node, role, flags.union(optional))
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID { core.memberName(range(node)) }

  /// An element: `rows[i]`, `rows[1..2]`, `table[row, column]`.
  mutating func element(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    element(node, child(node, fields.subscript), child(node, fields.expression), role, flags)
  }

  private mutating func element(_ node: Int32, _ list: Int32?, _ object: Int32?, _ role: Role, _ flags: NodeFlags) {
    guard let object else { return unknownConstruct(node, role) }
    openElement(of: object, cs.isDotted(object) ? place(object) : nil, range(node), role, flags)
    if let list {
      indices(
        cs.children(list).compactMap { kind($0) == .argument ? cs.value(ofArgument: $0) : nil },
        range(list)
      )
    }
    core.builder.close()
  }
}
