import Behaviour
import TreeSitter

extension KotlinLowering {
  /// What a dotted name stands for. A field of the object at hand may be named without `this`.
  mutating func place(_ node: Int32) -> Place {
    let root = kt.root(node)
    if kind(node) == .identifier || kt.isSolid(node) {
      if kind(root) == .identifier, isOwnField(root) { return core.place(ofField: range(node)) }
      return core.place(range(node))
    }
    return place(ofBytes: kt.dotted(node), root: root)
  }

  mutating func place(ofBytes bytes: [UInt8], root: Int32) -> Place {
    if kind(root) == .identifier, isOwnField(root) { return core.place(ofField: bytes) }
    return core.place(ofBytes: bytes)
  }

  private mutating func isOwnField(_ name: Int32) -> Bool {
    guard !ownFields.isEmpty, core.selfName != 0 else { return false }
    let symbol = core.symbol(name)
    return ownFields.contains(symbol) && core.scope.binding(of: symbol) == nil
  }

  /// Writes a name, or names joined by dots.
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let place = place(node)
    var flags = flags
    if kind(node) == .navigation, isOptional(node) { flags.insert(.optional) }
    core.builder.leaf(
      .read,
      role,
      range(node),
      name: place.name,
      path: place.path,
      detail: place.kind.rawValue,
      flags: flags
    )
    return core.known(place)
  }

  /// Whether a `?.` stands in a dotted name.
  func isOptional(_ node: Int32) -> Bool {
    var node = node
    while kind(node) == .navigation, let suffix = kt.suffix(of: node), let base = kt.firstPart(node) {
      if kt.has(.safe, in: suffix) { return true }
      node = base
    }
    return false
  }

  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  mutating func navigation(_ node: Int32, _ role: Role) -> Known {
    if kt.isDotted(node) { return read(node, role) }
    guard let base = kt.firstPart(node), let suffix = kt.suffix(of: node) else {
      unknownConstruct(node, role)
      return .nothing
    }
    if kt.has(.colons, in: suffix) {
      reference(node, base, suffix, role)
      return .nothing
    }
    let member = kt.member(of: suffix)
    let flags: NodeFlags = kt.has(.safe, in: suffix) ? [.optional] : []
    let index = openMember(member.map { memberName($0) } ?? 0, node, role, flags)
    let object = expression(base, .receiver)
    if member == nil, let inner = kt.firstPart(suffix) { expression(inner, .operand) }
    core.builder.close()
    return member.map { known(member: kt.bare($0), of: object, at: index) } ?? .nothing
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ name: Int32) -> NameID { core.memberName(kt.bare(name)) }

  /// `this::send`, `Order::class`, `::send`: a function or a type as a value.
  private mutating func reference(_ node: Int32, _ base: Int32, _ suffix: Int32, _ role: Role) {
    let name = kt.firstPart(suffix)
    if let name, kt.isDotted(base) {
      let bytes = kt.dotted(base) + [UInt8(ascii: ".")] + core.source.slice(kt.bare(name))
      let place = place(ofBytes: bytes, root: kt.root(base))
      read(place, node, role)
    } else if name == nil {
      // `Order::class` is the type.
      expression(base, role)
    } else {
      _ = openMember(name.map { memberName($0) } ?? 0, node, role)
      expression(base, .receiver)
      core.builder.close()
    }
  }

  /// `::send`, `Type::send` as the grammar has it without a value before.
  mutating func callableReference(_ node: Int32, _ role: Role) -> Known {
    let names = kt.parts(node)
    guard let last = names.last else { return .nothing }
    if names.count == 1, kind(last) == .identifier { return read(last, role) }
    var bytes: [UInt8] = []
    for name in names where kind(name) == .identifier || kind(name) == .typeName || kind(name) == .userType {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
      bytes.append(contentsOf: core.source.slice(kt.bare(name)))
    }
    let place = core.place(ofBytes: Array(bytes.prefix(LoweringCore.textLimit)))
    read(place, node, role)
    return core.known(place)
  }

  /// An element: `xs[i]`, `table[row, column]`.
  mutating func indexed(_ node: Int32, _ role: Role) {
    guard let value = kt.firstPart(node).map(kt.unwrap), let suffix = kt.lastPart(node), kind(suffix) == .indexingSuffix
    else { return unknownConstruct(node, role) }
    openElement(of: value, kt.isDotted(value) ? place(value) : nil, range(node), role)
    index(suffix)
    core.builder.close()
  }

  mutating func index(_ suffix: Int32) {
    indices(kt.parts(suffix), range(suffix))
  }
}
