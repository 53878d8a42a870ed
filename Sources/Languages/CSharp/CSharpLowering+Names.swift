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
    let index = core.builder.open(
      .read,
      role,
      range(node),
      name: memberName(found.name),
      detail: PlaceKind.member.rawValue,
      flags: flags.union(optional)
    )
    let object = expression(found.object, .receiver)
    core.builder.close()
    let path = core.path(of: range(found.name), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setNote(path, at: index)
    return Known(what: .thing, path: path, certainty: min(object.certainty, .constructor))
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID {
    let range = range(node)
    // The dot stands before the name, unless there are blanks between.
    if range.lowerBound > 0, core.source.bytes[range.lowerBound - 1] == UInt8(ascii: ".") {
      return nameID(range.lowerBound - 1..<range.upperBound)
    }
    return core.builder.name("." + cs.text(node))
  }

  /// An element: `rows[i]`, `rows[1..2]`, `table[row, column]`.
  mutating func element(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    element(node, child(node, fields.subscript), child(node, fields.expression), role, flags)
  }

  private mutating func element(_ node: Int32, _ list: Int32?, _ object: Int32?, _ role: Role, _ flags: NodeFlags) {
    guard let object else { return unknownConstruct(node, role) }
    if cs.isDotted(object) {
      let place = place(object)
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
      expression(object, .receiver)
    }
    let indices = list.map { cs.children($0).filter { kind($0) == .argument } } ?? []
    if indices.count > 1, let list {
      core.builder.open(.operation, .index, range(list), name: core.builder.name(Operator.sequence))
    }
    for index in indices {
      if let value = cs.value(ofArgument: index) { expression(value, indices.count > 1 ? .operand : .index) }
    }
    if indices.count > 1, list != nil { core.builder.close() }
    core.builder.close()
  }
}
