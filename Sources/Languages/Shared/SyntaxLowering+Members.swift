import Behaviour

/// How names, members and elements are written: the same in all languages, whatever their syntax is called.
extension SyntaxLowering {
  /// Writes a dotted name.
  mutating func read(_ place: Place, _ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    core.builder.leaf(
      .read,
      role,
      syntax.range(node),
      name: place.name,
      path: place.path,
      detail: place.kind.rawValue,
      flags: flags
    )
  }

  /// Writes a member that hangs on what it is a member of.
  ///
  /// - Parameters:
  ///   - name: nil where it was not written yet; its bytes are those of the name alone, without the dot.
  ///   - object: nil where nothing stands there.
  mutating func member(
    _ name: (id: NameID, bytes: Range<Int>)?,
    of object: Int32?,
    _ node: Int32,
    _ role: Role,
    _ flags: NodeFlags = []
  ) -> Known {
    let index = openMember(name?.id ?? 0, node, role, flags)
    let value = object.map { expression($0, .receiver, []) } ?? .nothing
    core.builder.close()
    return name.map { known(member: $0.bytes, of: value, at: index) } ?? .nothing
  }

  /// Opens a member; what it is a member of comes next.
  mutating func openMember(_ name: NameID, _ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> NodeIndex {
    core.builder.open(
      .read,
      role,
      syntax.range(node),
      name: name,
      detail: PlaceKind.member.rawValue,
      flags: flags
    )
  }

  /// What is known of a member of a value; its path becomes that of the node that reads it.
  mutating func known(member: Range<Int>, of object: Known, at index: NodeIndex) -> Known {
    let path = core.path(of: member, of: object)
    guard path != 0 else { return .nothing }
    core.builder.setNote(path, at: index)
    return Known(what: .thing, path: path, certainty: min(object.certainty, .constructor))
  }

  /// Opens an element of what a place names, or else of what an expression gives; the indices come next.
  mutating func openElement(
    of base: Int32,
    _ place: Place?,
    _ bytes: Range<Int>,
    _ role: Role,
    _ flags: NodeFlags = []
  ) {
    guard let place else {
      core.builder.open(.read, role, bytes, detail: PlaceKind.member.rawValue, flags: flags)
      expression(base, .receiver, [])
      return
    }
    let kind = PlaceKind.element.rawValue
    core.builder.open(.read, role, bytes, name: place.name, path: place.path, detail: kind, flags: flags)
  }

  /// Writes what an element is found by: several values, `table[row, column]`, as one.
  mutating func indices(_ values: [Int32], _ bytes: Range<Int>) {
    if values.count > 1 { core.builder.open(.operation, .index, bytes, name: core.builder.name(Operator.sequence)) }
    for value in values { expression(value, values.count > 1 ? .operand : .index, []) }
    if values.count > 1 { core.builder.close() }
  }
}

extension LoweringCore {
  /// `.name`, for what hangs on an expression.
  ///
  /// - Parameter name: where it stands, without the dot.
  mutating func memberName(_ name: Range<Int>) -> NameID {
    // The dot stands before the name, unless there are blanks between.
    if name.lowerBound > 0, name.lowerBound <= source.bytes.count,
      source.bytes[name.lowerBound - 1] == UInt8(ascii: ".")
    {
      return self.name(name.lowerBound - 1..<name.upperBound)
    }
    return builder.name("." + source.text(name.prefix(LoweringCore.textLimit)))
  }
}
