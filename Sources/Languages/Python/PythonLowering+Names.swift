import Behaviour
import TreeSitter

extension PythonLowering {
  /// What a dotted name stands for.
  mutating func place(_ node: Int32) -> Place {
    kind(node) == .identifier || py.isSolid(node) ? core.place(range(node)) : core.place(ofParts: py.names(node))
  }

  /// Writes a plain name.
  @discardableResult
  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let place = core.place(range(node))
    read(place, node, role, flags)
    return core.known(place)
  }

  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  mutating func attribute(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    if py.isDotted(node) {
      let place = place(node)
      read(place, node, role, flags)
      return core.known(place)
    }
    let member = child(node, fields.attribute)
    return self.member(member.map { (memberName($0), range($0)) }, of: child(node, fields.object), node, role, flags)
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID { core.memberName(range(node)) }

  /// An element: `xs[i]`, `xs[1:2]`, `table[row, column]`.
  mutating func subscripted(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    guard let value = child(node, fields.value) else { return unknownConstruct(node, role) }
    let base = py.unwrap(value)
    openElement(of: base, py.isDotted(base) ? place(base) : nil, range(node), role, flags)
    let count = py.children(node).reduce(into: 0) { $0 += py[$1].field == fields.subscript ? 1 : 0 }
    if count > 1 {
      let bytes = range(node)
      core.builder.open(.operation, .index, bytes, name: core.builder.name(Operator.sequence))
    }
    for part in py.children(node) where py[part].field == fields.subscript && py.isPart(part) {
      expression(part, count > 1 ? .operand : .index)
    }
    if count > 1 { core.builder.close() }
    core.builder.close()
  }

  /// `from:to:step`; what is left out is written as null, so that the rest keeps its place.
  mutating func slice(_ node: Int32, _ role: Role) {
    core.builder.open(.operation, role, range(node), name: core.builder.name(Operator.slice))
    var hasPart = false
    var at = range(node).lowerBound
    for part in py.children(node) where py.isPart(part) {
      colons(at..<range(part).lowerBound, &hasPart)
      expression(part, .operand)
      hasPart = true
      at = range(part).upperBound
    }
    colons(at..<range(node).upperBound, &hasPart)
    core.builder.close()
  }

  private mutating func colons(_ range: Range<Int>, _ hasPart: inout Bool) {
    guard range.upperBound <= core.source.bytes.count else { return }
    for at in range where core.source.bytes[at] == UInt8(ascii: ":") {
      if !hasPart { core.builder.leaf(.literal, .operand, at..<at, detail: LiteralKind.null.rawValue) }
      hasPart = false
    }
  }
}
