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
  mutating func attribute(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    if py.isDotted(node) {
      let place = place(node)
      read(place, node, role, flags)
      return core.known(place)
    }
    let member = child(node, fields.attribute)
    let index = core.builder.open(
      .read,
      role,
      range(node),
      name: member.map { memberName($0) } ?? 0,
      detail: PlaceKind.member.rawValue,
      flags: flags
    )
    let object = child(node, fields.object).map { expression($0, .receiver) } ?? .nothing
    core.builder.close()
    return self.member(member, of: object, at: index)
  }

  /// What is known of a member of a value; its path becomes that of the node that reads it.
  private mutating func member(_ member: Int32?, of object: Known, at index: NodeIndex) -> Known {
    guard let member else { return .nothing }
    let path = core.path(of: range(member), of: object)
    guard path != 0 else { return .nothing }
    core.builder.setNote(path, at: index)
    return Known(what: .thing, path: path, certainty: min(object.certainty, .constructor))
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID {
    let range = range(node)
    // The dot stands before the name, unless there are blanks between.
    if range.lowerBound > 0, core.source.bytes[range.lowerBound - 1] == UInt8(ascii: ".") {
      return core.name(range.lowerBound - 1..<range.upperBound)
    }
    return core.builder.name("." + core.text(node))
  }

  /// An element: `xs[i]`, `xs[1:2]`, `table[row, column]`.
  mutating func subscripted(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    guard let value = child(node, fields.value) else { return unknownConstruct(node, role) }
    let base = py.unwrap(value)
    if py.isDotted(base) {
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
