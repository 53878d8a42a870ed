import Behaviour
import TreeSitter

extension GoLowering {
  /// What a dotted name stands for. The object of a method is `self`, whatever the method calls it.
  mutating func place(_ node: Int32) -> Place {
    let root = go.root(node)
    let isReceiver = receiver != 0 && isReceiver(core.symbol(root))
    guard isReceiver || !go.isSolid(node) else { return core.place(range(node)) }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: isReceiver ? Array("self".utf8)[...] : core.source.slice(range(root)))
    let end = go.next(node)
    var at = root &+ 1
    while at < end {
      if kind(at) == .fieldIdentifier || kind(at) == .typeIdentifier {
        scratch.append(UInt8(ascii: "."))
        scratch.append(contentsOf: core.source.slice(range(at)))
      }
      at &+= 1
    }
    return core.place(ofBytes: scratch)
  }

  private func isReceiver(_ symbol: NameScope.Symbol) -> Bool {
    guard symbol == receiver, let binding = core.scope.binding(of: symbol) else { return false }
    return binding.kind == .parameter && binding.depth == 0
  }

  mutating func read(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    let place = place(node)
    read(place, node, role, flags)
    return core.known(place)
  }

  /// Writes a member: one node for a path of names, else one that hangs on what it is a member of.
  mutating func selector(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) -> Known {
    if go.isDotted(node) { return read(node, role, flags) }
    let member = child(node, fields.field)
    let name = member.map { (memberName($0), range($0)) }
    return self.member(name, of: child(node, fields.operand), node, role, flags)
  }

  /// `.name`, for what hangs on an expression.
  mutating func memberName(_ node: Int32) -> NameID { core.memberName(range(node)) }

  /// An element: `xs[i]`.
  mutating func index(_ node: Int32, _ role: Role, _ flags: NodeFlags = []) {
    guard let base = child(node, fields.operand) else { return unknownConstruct(node, role) }
    let key = child(node, fields.index)
    element(of: base, range(node), role, flags) { lowering in
      if let key { lowering.expression(key, .index) }
    }
  }

  /// `xs[a:b]`; what is left out is written as null, so that the rest keeps its place.
  mutating func slice(_ node: Int32, _ role: Role) {
    guard let base = child(node, fields.operand) else { return unknownConstruct(node, role) }
    let parts = [fields.start, fields.end, fields.capacity].map { child(node, $0) }
    element(of: base, range(node), role) { lowering in
      lowering.core.builder.open(
        .operation,
        .index,
        lowering.range(node),
        name: lowering.core.builder.name(Operator.slice)
      )
      let count = (parts.lastIndex { $0 != nil } ?? -1) + 1
      for part in parts.prefix(count) {
        if let part {
          lowering.expression(part, .operand)
        } else {
          let end = lowering.range(base).upperBound
          lowering.core.builder.leaf(.literal, .operand, end..<end, detail: LiteralKind.null.rawValue)
        }
      }
      lowering.core.builder.close()
    }
  }

  mutating func element(
    of base: Int32,
    _ bytes: Range<Int>,
    _ role: Role,
    _ flags: NodeFlags = [],
    index: (inout GoLowering) -> Void
  ) {
    let base = go.unwrap(base)
    openElement(of: base, go.isDotted(base) ? place(base) : nil, bytes, role, flags)
    index(&self)
    core.builder.close()
  }

  // MARK: - Types

  /// The canonical path of a declared type, 0 where it does not resolve; of `*T` that of `T`, of `[]T` none.
  mutating func declaredType(_ node: Int32) -> NameScope.Symbol {
    let path = declaredPath(node)
    return path == 0 ? 0 : core.type(of: Known(what: .thing, path: path, certainty: .declaredType))
  }

  mutating func declaredPath(_ node: Int32) -> NameID {
    guard let named = go.named(node) else { return 0 }
    let place = go.isSolid(named) ? core.place(range(named)) : place(named)
    return place.certainty == .import ? place.path : 0
  }

  /// Writes a type where a value may stand.
  mutating func typeRead(_ node: Int32, _ role: Role) {
    guard kind(node) != GoKind.nil, let named = go.named(node) else {
      if kind(node) == GoKind.nil {
        core.builder.leaf(.literal, role, range(node), detail: LiteralKind.null.rawValue)
      } else {
        core.builder.leaf(.read, role, range(node), name: core.name(node))
      }
      return
    }
    let path = declaredPath(node)
    core.builder.leaf(.read, role, range(node), name: core.name(named), path: path, detail: PlaceKind.static.rawValue)
  }

  /// What is known of a value by looking at the expression, without writing it.
  mutating func peek(_ node: Int32, depth: Int = 0) -> Known {
    guard depth < 12 else { return .nothing }
    let node = go.unwrap(node)
    switch kind(node) {
    case .identifier: return core.known(core.place(range(node)))
    case .selector:
      if go.isDotted(node) { return core.known(place(node)) }
      guard let member = child(node, fields.field), let object = child(node, fields.operand) else { return .nothing }
      let value = peek(object, depth: depth + 1)
      let path = core.path(of: range(member), of: value)
      return path == 0 ? .nothing : Known(what: .thing, path: path, certainty: min(value.certainty, .constructor))
    case .unary: return child(node, fields.operand).map { peek($0, depth: depth + 1) } ?? .nothing
    case .composite:
      guard let type = child(node, fields.type) else { return .nothing }
      let path = declaredPath(type)
      return path == 0 ? .nothing : Known(what: .result(constructs: true), path: path, certainty: .import)
    case .call:
      guard let callee = go.callee(node) else { return .nothing }
      if go.isText(callee, "new"), let type = go.arguments(node).first {
        if isValue(type) { return peek(type, depth: depth + 1) }
        let path = declaredPath(type)
        return path == 0 ? .nothing : Known(what: .result(constructs: true), path: path, certainty: .import)
      }
      if go.isDotted(callee) {
        let place = place(callee)
        guard place.path != 0 else { return .nothing }
        return Known(what: .result(constructs: false), path: place.path, certainty: place.certainty)
      }
      guard kind(callee) == .selector, let member = child(callee, fields.field),
        let object = child(callee, fields.operand)
      else { return .nothing }
      let value = peek(object, depth: depth + 1)
      let path = core.path(of: range(member), of: value)
      return path == 0 ? .nothing : Known(what: .result(constructs: false), path: path, certainty: value.certainty)
    default: return .nothing
    }
  }
}
